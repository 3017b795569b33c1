package dev.perennial.ingest;

import dev.perennial.contracts.http.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission after the broker was asked.
 *
 * @param receipts by the item's index; what has none was not acknowledged
 */
record Publication(Submission submission, Map<Integer, Receipt> receipts) {

  static Publication of(Submission submission, List<Optional<Receipt>> receipts) {
    Map<Integer, Receipt> byIndex = new HashMap<>();
    List<Item.Valid> sent = submission.valid();
    for (int place = 0; place < sent.size(); place++) {
      int index = sent.get(place).index();
      receipts.get(place).ifPresent(receipt -> byIndex.put(index, receipt));
    }
    return new Publication(submission, Map.copyOf(byIndex));
  }

  boolean isEmpty() {
    return receipts.isEmpty();
  }

  boolean isComplete() {
    return receipts.size() == submission.items().size();
  }

  List<ItemResult> results() {
    return submission.items().stream().map(this::result).toList();
  }

  private ItemResult result(Item item) {
    return switch (item) {
      case Item.Invalid invalid -> ItemResult.rejected(invalid);
      case Item.Valid valid -> {
        Receipt receipt = receipts.get(valid.index());
        yield receipt == null
            ? ItemResult.unacknowledged(valid)
            : ItemResult.accepted(valid, receipt);
      }
    };
  }
}
