package dev.perennial.processor.topology;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that one record of the clock asked for has been done, or as much as one turn may hold.
 *
 * @param tick the business clock; null before the first tick
 * @param complete whether nothing is left for another turn
 */
record PassEnded(@Nullable Instant tick, boolean complete) implements Work, Change {

  PassEnded incomplete() {
    return new PassEnded(tick, false);
  }
}
