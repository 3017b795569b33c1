package dev.perennial.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Items on their way to the broker. */
public final class Underway {

  private final List<Item> items;
  private final Distinct events;
  private final Supplier<List<Outcome>> outcomes;
  private final IngestMetrics metrics;

  /**
   * @param outcomes waits for what became of each of the events
   */
  Underway(
      List<Item> items, Distinct events, Supplier<List<Outcome>> outcomes, IngestMetrics metrics) {
    this.items = List.copyOf(items);
    this.events = events;
    this.outcomes = outcomes;
    this.metrics = metrics;
  }

  /**
   * Waits for the broker, {@code ack-timeout} from the sending at most.
   *
   * @return what became of each item, in their order; to be called once
   */
  public List<ItemResult> await() {
    List<Outcome> known = outcomes.get();
    List<ItemResult> results = new ArrayList<>(items.size());
    for (int item = 0; item < items.size(); item++) {
      results.add(
          switch (items.get(item)) {
            case Item.Invalid invalid -> ItemResult.rejected(invalid);
            case Item.Valid valid -> ItemResult.of(valid, known.get(events.place(item)));
          });
    }
    metrics.answered(results);
    return results;
  }
}
