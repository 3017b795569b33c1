package dev.perennial.ingest.ndjson;

import org.jspecify.annotations.Nullable;

/**
 * How a stream ended.
 *
 * @param resumeFrom the first line that is to be sent again; null if every line was answered
 * @param reason why the stream ended before its body did; null if it did not
 */
record LastLine(Summary summary, @Nullable Long resumeFrom, @Nullable String reason) {

  /** The lines above it by status; blank ones are in none. */
  record Summary(long accepted, long duplicate, long rejected, long unacknowledged) {

    static final Summary NOTHING = new Summary(0, 0, 0, 0);

    Summary plus(ResultLine result) {
      return switch (result.status()) {
        case "accepted" -> new Summary(accepted + 1, duplicate, rejected, unacknowledged);
        case "duplicate" -> new Summary(accepted, duplicate + 1, rejected, unacknowledged);
        case "unacknowledged" -> new Summary(accepted, duplicate, rejected, unacknowledged + 1);
        default -> new Summary(accepted, duplicate, rejected + 1, unacknowledged);
      };
    }
  }
}
