package dev.perennial.ingest;

import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import io.swagger.v3.oas.annotations.media.Schema;

/** The answer to one event that is durable. */
@Schema(description = "The event is durable: every in-sync replica has it.")
record Accepted(
    @Schema(description = "Opaque; a read given it waits for this event.") String receipt,
    String id,
    String source,
    @Schema(allowableValues = "accepted") String status) {

  static Accepted of(Event event, Receipt receipt) {
    var id = event.fact().id();
    return new Accepted(receipt.text(), id.id(), id.source(), ItemResult.ACCEPTED);
  }
}
