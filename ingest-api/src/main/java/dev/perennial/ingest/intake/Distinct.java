package dev.perennial.ingest.intake;

import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The valid events of one request, each once, however often the request says it. */
final class Distinct {

  private final List<Taken> events = new ArrayList<>();
  private final int[] places;

  private record Said(EventId id, String digest) {}

  Distinct(List<Item> items) {
    this.places = new int[items.size()];
    Map<Said, Integer> known = new HashMap<>();
    for (int item = 0; item < places.length; item++) {
      if (items.get(item) instanceof Item.Valid valid) {
        Fact fact = valid.event().fact();
        Said said = new Said(fact.id(), fact.digest());
        places[item] = known.computeIfAbsent(said, first -> added(valid.event()));
      }
    }
  }

  private int added(Taken event) {
    events.add(event);
    return events.size() - 1;
  }

  List<Taken> events() {
    return Collections.unmodifiableList(events);
  }

  /** Which of the events the item is; for valid items. */
  int place(int item) {
    return places[item];
  }
}
