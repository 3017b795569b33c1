package dev.perennial.ingest.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.ingest.intake.Item;
import dev.perennial.ingest.intake.Taken;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What would become of one event. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What would become of one event.")
record EventVerdict(
    @Schema(description = "Place in the batch, from 0.") int index,
    @Schema(
            description =
                "rejected: posting it would be, see code. not-previewed: reference data, which is"
                    + " valid. Else what its receipt would say.",
            allowableValues = {"applied", "superseded", "waiting", "rejected", "not-previewed"})
        String status,
    @Nullable String id,
    @Nullable String source,
    @Nullable String type,
    @Schema(description = "Stable; why it would be rejected.") @Nullable String code,
    @Schema(description = "JSON pointer within the event.") @Nullable String pointer,
    @Nullable String detail) {

  static EventVerdict of(Item item, Verdicts verdicts) {
    return switch (item) {
      case Item.Invalid invalid -> rejected(invalid);
      case Item.Valid valid ->
          switch (valid.event()) {
            case Taken.OfSubscriber own ->
                of(valid, verdicts.of(own.event()).name().toLowerCase(Locale.ROOT));
            case Taken.Reference reference -> of(valid, "not-previewed");
          };
    };
  }

  private static EventVerdict of(Item.Valid item, String status) {
    Fact fact = item.event().fact();
    EventId id = fact.id();
    String type = EventType.of(fact.data()).wireName();
    return new EventVerdict(item.index(), status, id.id(), id.source(), type, null, null, null);
  }

  private static EventVerdict rejected(Item.Invalid item) {
    Item.Fault fault = item.fault();
    return new EventVerdict(
        item.index(), "rejected", null, null, null, fault.code(), fault.pointer(), fault.detail());
  }
}
