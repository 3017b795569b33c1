package dev.perennial.ingest.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.domain.event.EventId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of one event of a batch. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What became of one event of a batch.")
public record ItemResult(
    @Schema(description = "Place in the batch, from 0.") int index,
    @Schema(
            description =
                "accepted: durable. duplicate: it was before. rejected: see code. unacknowledged:"
                    + " send it again. withheld: valid, but the batch was atomic.",
            allowableValues = {"accepted", "duplicate", "rejected", "unacknowledged", "withheld"})
        String status,
    @Nullable String id,
    @Nullable String source,
    @Schema(description = "Opaque; a read given it waits for this event. Reference data has none.")
        @Nullable String receipt,
    @Schema(description = "Stable; why it was rejected.") @Nullable String code,
    @Schema(description = "JSON pointer within the event.") @Nullable String pointer,
    @Nullable String detail) {

  public static final String ACCEPTED = "accepted";

  public static final String DUPLICATE = "duplicate";
  public static final String REJECTED = "rejected";
  public static final String UNACKNOWLEDGED = "unacknowledged";

  static ItemResult of(Item.Valid item, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> taken(item, ACCEPTED, accepted.receipt());
      case Outcome.Duplicate known -> taken(item, DUPLICATE, known.receipt());
      case Outcome.Reused reused -> reused(item);
      case Outcome.Unacknowledged unacknowledged -> unacknowledged(item);
      case Outcome.Withheld withheld -> withheld(item);
    };
  }

  private static ItemResult taken(Item.Valid item, String status, Optional<String> receipt) {
    EventId id = item.event().fact().id();
    return new ItemResult(
        item.index(), status, id.id(), id.source(), receipt.orElse(null), null, null, null);
  }

  private static ItemResult reused(Item.Valid item) {
    return untaken(
        item, REJECTED, "id-reused", "/id", "An event with this id and other content came before.");
  }

  private static ItemResult unacknowledged(Item.Valid item) {
    String detail = "The broker did not acknowledge in time; sending it again is safe.";
    return untaken(item, UNACKNOWLEDGED, "unacknowledged", null, detail);
  }

  private static ItemResult untaken(
      Item.Valid item, String status, String code, @Nullable String pointer, String detail) {
    EventId id = item.event().fact().id();
    return new ItemResult(item.index(), status, id.id(), id.source(), null, code, pointer, detail);
  }

  public static ItemResult withheld(Item.Valid item) {
    EventId id = item.event().fact().id();
    return new ItemResult(item.index(), "withheld", id.id(), id.source(), null, null, null, null);
  }

  public static ItemResult rejected(Item.Invalid item) {
    Item.Fault fault = item.fault();
    return new ItemResult(
        item.index(), REJECTED, null, null, null, fault.code(), fault.pointer(), fault.detail());
  }

  /** Whether a status says that the event is durable. */
  public static boolean isDurable(String status) {
    return status.equals(ACCEPTED) || status.equals(DUPLICATE);
  }

  /** Whether it is durable, be it by this request or by an earlier one. */
  @JsonIgnore
  public boolean isAccepted() {
    return isDurable(status);
  }

  /** Whether nobody knows: it may be durable. */
  @JsonIgnore
  public boolean isUnacknowledged() {
    return status.equals(UNACKNOWLEDGED);
  }
}
