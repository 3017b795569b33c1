package dev.perennial.ingest.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.EventId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one event of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one event of a batch.")
public record ItemResult(
    @Schema(description = "Place in the batch, from 0.") int index,
    @Schema(
            description =
                "accepted: durable. rejected: see code. unacknowledged: send it again."
                    + " withheld: valid, but the batch was atomic.",
            allowableValues = {"accepted", "rejected", "unacknowledged", "withheld"})
        String status,
    @Nullable String id,
    @Nullable String source,
    @Schema(description = "Opaque; a read given it waits for this event. Reference data has none.")
        @Nullable String receipt,
    @Schema(description = "Stable; why it was rejected.") @Nullable String code,
    @Schema(description = "JSON pointer within the event.") @Nullable String pointer,
    @Nullable String detail) {

  public static final String ACCEPTED = "accepted";

  static ItemResult accepted(Item.Valid item, Acknowledgement acknowledgement) {
    EventId id = item.event().fact().id();
    Receipt receipt = acknowledgement.receipt();
    String text = receipt == null ? null : receipt.text();
    return new ItemResult(item.index(), ACCEPTED, id.id(), id.source(), text, null, null, null);
  }

  static ItemResult unacknowledged(Item.Valid item) {
    EventId id = item.event().fact().id();
    return new ItemResult(
        item.index(),
        "unacknowledged",
        id.id(),
        id.source(),
        null,
        "unacknowledged",
        null,
        "The broker did not acknowledge in time; sending it again is safe.");
  }

  public static ItemResult withheld(Item.Valid item) {
    EventId id = item.event().fact().id();
    return new ItemResult(item.index(), "withheld", id.id(), id.source(), null, null, null, null);
  }

  public static ItemResult rejected(Item.Invalid item) {
    Item.Fault fault = item.fault();
    return new ItemResult(
        item.index(), "rejected", null, null, null, fault.code(), fault.pointer(), fault.detail());
  }

  public boolean isAccepted() {
    return status.equals(ACCEPTED);
  }
}
