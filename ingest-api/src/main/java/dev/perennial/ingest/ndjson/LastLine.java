package dev.perennial.ingest.ndjson;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a stream ended.
 *
 * @param resumeFrom the first line that is to be sent again; null if every line was answered
 * @param reason why the stream ended before its body did; null if it did not
 */
@Schema(
    name = "StreamEnd",
    description = "The last line of the answer to a stream.",
    requiredProperties = {"summary", "resumeFrom", "reason"})
record LastLine(
    Summary summary,
    @Schema(
            types = {"integer", "null"},
            format = "int64",
            description = "The first line to send again; null if every line was answered.")
        @Nullable Long resumeFrom,
    @Schema(
            types = {"string", "null"},
            description = "Stable; why the stream ended before its body did; null if it did not.")
        @Nullable String reason) {

  /** The lines above it by status; blank ones are in none. */
  @Schema(name = "StreamSummary", description = "The lines by status; blank ones are in none.")
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
