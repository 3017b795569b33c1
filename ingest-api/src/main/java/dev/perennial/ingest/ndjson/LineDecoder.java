package dev.perennial.ingest.ndjson;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.starter.access.Caller;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From lines to items: what is wrong with one is that one's own error. */
final class LineDecoder {

  private static final Item.Fault TOO_LONG =
      Item.Fault.of("line-too-long", "", "The line is longer than permitted.");

  private final EventReader events;
  private final @Nullable String mode;

  /**
   * @param mode as the request says it
   */
  LineDecoder(EventReader events, @Nullable String mode) {
    this.events = events;
    this.mode = mode;
  }

  /** One item a line, those in conflict among them rejected. */
  List<Item> decode(List<Line> lines, Caller caller) {
    Arrival arrival = events.arrival(caller, mode);
    List<Item> items = new ArrayList<>();
    for (Line line : lines) {
      items.add(decode(items.size(), line.text(), arrival, caller));
    }
    return Intake.checked(items);
  }

  private Item decode(int index, byte @Nullable [] text, Arrival arrival, Caller caller) {
    if (text == null) {
      return new Item.Invalid(index, TOO_LONG);
    }
    try {
      return events.read(index, StrictJson.parse(text), arrival, caller);
    } catch (InvalidInput invalid) {
      return new Item.Invalid(index, Item.Fault.of(invalid.violation()));
    }
  }
}
