/** Writes the clock's records for the partitions that this instance works on. */
@NullMarked
package dev.perennial.processor.ticker;

import org.jspecify.annotations.NullMarked;
