package dev.perennial.dashboard.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is.
 *
 * @param asOf null while nobody knows
 * @param caughtUp whether it has what the reader wrote; null where the reader did not ask
 */
record Freshness(@Nullable Instant asOf, @Nullable Boolean caughtUp) {

  static final String AS_OF =
      "Everything that was known at this moment is in the answer: the oldest watermark of the"
          + " collections and the partition that were read. null while that is not known.";

  static final String CAUGHT_UP =
      "Only with the header Perennial-After: whether the answer has everything that its receipts'"
          + " events changed. false: the time was over, or too many reads were waiting.";
}
