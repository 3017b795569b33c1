package dev.perennial.ingest.cloudevents;

import dev.perennial.ingest.intake.ItemResult;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The answer to a batch of which something is durable. */
@Schema(
    description =
        "202: every event is durable. 207: those are whose status is accepted or duplicate.")
record BatchResult(int accepted, int notAccepted, List<ItemResult> items) {

  static BatchResult of(List<ItemResult> items) {
    int accepted = (int) items.stream().filter(ItemResult::isAccepted).count();
    return new BatchResult(accepted, items.size() - accepted, items);
  }
}
