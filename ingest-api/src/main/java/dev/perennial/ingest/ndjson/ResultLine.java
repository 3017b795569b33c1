package dev.perennial.ingest.ndjson;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.ingest.intake.ItemResult;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line.
 *
 * @param line from 1, blank lines counted
 * @param status as of an event of a batch
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StreamResult", description = "What became of one line of a stream.")
record ResultLine(
    @Schema(description = "From 1; blank lines count.") long line,
    @Schema(
            description =
                "accepted: durable. duplicate: it was before. rejected: see code. unacknowledged:"
                    + " send it again.",
            allowableValues = {"accepted", "duplicate", "rejected", "unacknowledged"})
        String status,
    @Nullable String id,
    @Nullable String source,
    @Schema(description = "Opaque; a read given it waits for this event. Reference data has none.")
        @Nullable String receipt,
    @Schema(description = "Stable; why it was rejected.") @Nullable String code,
    @Schema(description = "JSON pointer within the event.") @Nullable String pointer,
    @Nullable String detail) {

  static ResultLine of(long line, ItemResult result) {
    return new ResultLine(
        line,
        result.status(),
        result.id(),
        result.source(),
        result.receipt(),
        result.code(),
        result.pointer(),
        result.detail());
  }

  @JsonIgnore
  boolean isUnacknowledged() {
    return status.equals("unacknowledged");
  }
}
