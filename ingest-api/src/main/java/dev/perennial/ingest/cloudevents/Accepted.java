package dev.perennial.ingest.cloudevents;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.ingest.intake.ItemResult;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to one event that is durable. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The event is durable: every in-sync replica has it.")
record Accepted(
    @Schema(description = "Opaque; a read given it waits for this event. Reference data has none.")
        @Nullable String receipt,
    String id,
    String source,
    @Schema(
            description = "duplicate: it was before.",
            allowableValues = {"accepted", "duplicate"})
        String status) {

  static Accepted of(ItemResult result) {
    return new Accepted(
        result.receipt(),
        requireNonNull(result.id(), "id"),
        requireNonNull(result.source(), "source"),
        result.status());
  }
}
