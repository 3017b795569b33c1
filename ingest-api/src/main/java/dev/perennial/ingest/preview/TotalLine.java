package dev.perennial.ingest.preview;

import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.preview.Preview;
import dev.perennial.domain.preview.SubscriptionPreview;
import dev.perennial.domain.total.MonthlyTotal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a subscriber's month comes to in one category and currency. */
@Schema(name = "PreviewedTotal")
record TotalLine(
    String subscriberId,
    @Schema(type = "string", example = "2026-12") YearMonth month,
    String category,
    MoneyAnswer amount) {

  /** What was paid, by the months of payment. */
  static List<TotalLine> paid(Preview preview) {
    List<TotalLine> lines = new ArrayList<>();
    preview
        .totals()
        .forEach(
            (subscriber, months) ->
                months.forEach((month, total) -> add(lines, subscriber, month, total)));
    return lines;
  }

  /** What falls due in the span, by the months of the due dates. */
  static List<TotalLine> due(Preview preview) {
    List<TotalLine> lines = new ArrayList<>();
    Map<SubscriberKey, Map<YearMonth, Map<MonthlyTotal.Line, Money>>> sums = new LinkedHashMap<>();
    for (SubscriptionPreview each : preview.subscriptions()) {
      String category = each.view().state().map(SubscriptionState::category).orElse("");
      for (Charge charge : each.charges()) {
        sums.computeIfAbsent(each.key().subscriber(), key -> new TreeMap<>())
            .computeIfAbsent(YearMonth.from(charge.dueOn()), month -> new TreeMap<>())
            .merge(
                new MonthlyTotal.Line(charge.amount().currency(), category),
                charge.amount(),
                Money::plus);
      }
    }
    sums.forEach(
        (subscriber, months) ->
            months.forEach((month, total) -> add(lines, subscriber, month, total)));
    return lines;
  }

  private static void add(
      List<TotalLine> lines, SubscriberKey subscriber, YearMonth month, MonthlyTotal total) {
    add(lines, subscriber, month, total.lines());
  }

  private static void add(
      List<TotalLine> lines,
      SubscriberKey subscriber,
      YearMonth month,
      Map<MonthlyTotal.Line, Money> total) {
    total.forEach(
        (line, amount) ->
            lines.add(
                new TotalLine(
                    subscriber.subscriberId(), month, line.category(), MoneyAnswer.of(amount))));
  }
}
