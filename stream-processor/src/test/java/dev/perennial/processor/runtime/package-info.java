@NullMarked
package dev.perennial.processor.runtime;

import org.jspecify.annotations.NullMarked;
