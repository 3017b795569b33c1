package dev.perennial.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A submission after the broker was asked.
 *
 * @param acknowledged by the item's index
 */
record Publication(Submission submission, Map<Integer, Acknowledgement> acknowledged) {

  static Publication of(Submission submission, List<Optional<Acknowledgement>> answers) {
    Map<Integer, Acknowledgement> byIndex = new HashMap<>();
    List<Item.Valid> sent = submission.valid();
    for (int place = 0; place < sent.size(); place++) {
      int index = sent.get(place).index();
      answers.get(place).ifPresent(answer -> byIndex.put(index, answer));
    }
    return new Publication(submission, Map.copyOf(byIndex));
  }

  boolean isEmpty() {
    return acknowledged.isEmpty();
  }

  boolean isComplete() {
    return acknowledged.size() == submission.items().size();
  }

  List<ItemResult> results() {
    return submission.items().stream().map(this::result).toList();
  }

  private ItemResult result(Item item) {
    return switch (item) {
      case Item.Invalid invalid -> ItemResult.rejected(invalid);
      case Item.Valid valid -> {
        Acknowledgement acknowledgement = acknowledged.get(valid.index());
        yield acknowledgement == null
            ? ItemResult.unacknowledged(valid)
            : ItemResult.accepted(valid, acknowledgement);
      }
    };
  }
}
