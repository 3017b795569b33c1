package dev.perennial.domain.fold;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentData;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts payments together from their facts. */
final class Payments {

  private Payments() {}

  /**
   * The payments in the order of (paidAt, id). What is said of unknown payments is left waiting.
   */
  static List<Payment> of(List<Fact> counted, Circumstances circumstances) {
    Map<String, PaymentStory> stories = new TreeMap<>();
    for (Fact fact : counted) {
      if (fact.data() instanceof PaymentData data) {
        stories
            .computeIfAbsent(data.paymentId(), id -> new PaymentStory(circumstances))
            .add(fact, data);
      }
    }
    return stories.values().stream()
        .flatMap(story -> story.payment().stream())
        .sorted(Payment.BY_TIME)
        .toList();
  }
}
