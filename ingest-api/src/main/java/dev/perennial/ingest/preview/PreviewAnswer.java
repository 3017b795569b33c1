package dev.perennial.ingest.preview;

import dev.perennial.domain.preview.Preview;
import dev.perennial.ingest.intake.Item;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What events would do. */
record PreviewAnswer(
    Instant at,
    Instant until,
    @Schema(description = "A verdict on each event, in their order.") List<EventVerdict> events,
    @Schema(description = "Subscriber by subscriber, in the order of their first events.")
        List<SubscriptionLines> subscriptions,
    @Schema(description = "What falls due from at to until, by month, currency and category.")
        List<TotalLine> due,
    @Schema(description = "What was paid at any time, by month, currency and category.")
        List<TotalLine> paid) {

  PreviewAnswer {
    events = List.copyOf(events);
    subscriptions = List.copyOf(subscriptions);
    due = List.copyOf(due);
    paid = List.copyOf(paid);
  }

  static PreviewAnswer of(Span span, List<Item> items, Verdicts verdicts, Preview preview) {
    return new PreviewAnswer(
        span.at(),
        span.until(),
        items.stream().map(item -> EventVerdict.of(item, verdicts)).toList(),
        preview.subscriptions().stream().map(SubscriptionLines::of).toList(),
        TotalLine.due(preview),
        TotalLine.paid(preview));
  }
}
