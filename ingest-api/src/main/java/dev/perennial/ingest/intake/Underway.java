package dev.perennial.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Items on their way to the broker. */
public final class Underway {

  private final List<Item> items;
  private final List<Item.Valid> valid;
  private final EventLog.Sent sent;
  private final IngestMetrics metrics;

  Underway(List<Item> items, List<Item.Valid> valid, EventLog.Sent sent, IngestMetrics metrics) {
    this.items = List.copyOf(items);
    this.valid = valid;
    this.sent = sent;
    this.metrics = metrics;
  }

  /**
   * Waits for the broker, {@code ack-timeout} from the sending at most.
   *
   * @return what became of each item, in their order; to be called once
   */
  public List<ItemResult> await() {
    List<Optional<Acknowledgement>> answers = sent.await();
    int acknowledged = (int) answers.stream().filter(Optional::isPresent).count();
    metrics.published(acknowledged, valid.size() - acknowledged);
    List<ItemResult> results = new ArrayList<>();
    var answer = answers.iterator();
    for (Item item : items) {
      results.add(
          switch (item) {
            case Item.Invalid invalid -> ItemResult.rejected(invalid);
            case Item.Valid one ->
                answer
                    .next()
                    .map(acknowledgement -> ItemResult.accepted(one, acknowledgement))
                    .orElseGet(() -> ItemResult.unacknowledged(one));
          });
    }
    return results;
  }
}
