@NullMarked
package dev.perennial.processor;

import org.jspecify.annotations.NullMarked;
