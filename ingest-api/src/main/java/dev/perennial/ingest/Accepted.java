package dev.perennial.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.contracts.http.Receipt;
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
    @Schema(allowableValues = "accepted") String status) {

  static Accepted of(Taken event, Acknowledgement acknowledgement) {
    var id = event.fact().id();
    Receipt receipt = acknowledgement.receipt();
    String text = receipt == null ? null : receipt.text();
    return new Accepted(text, id.id(), id.source(), ItemResult.ACCEPTED);
  }
}
