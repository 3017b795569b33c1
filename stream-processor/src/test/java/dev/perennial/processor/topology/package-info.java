@NullMarked
package dev.perennial.processor.topology;

import org.jspecify.annotations.NullMarked;
