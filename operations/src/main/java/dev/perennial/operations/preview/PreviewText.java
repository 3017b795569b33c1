package dev.perennial.operations.preview;

import dev.perennial.domain.Money;
import dev.perennial.domain.alert.AlertContent;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.preview.Preview;
import dev.perennial.domain.preview.SubscriptionPreview;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A preview as lines for a person. */
public record PreviewText(Preview preview) {

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm VV", Locale.ROOT);

  /** Subscription by subscription, then what each subscriber spent. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    preview.subscriptions().forEach(each -> subscription(lines, each));
    preview
        .totals()
        .forEach(
            (subscriber, months) -> {
              lines.add(subscriber.subscriberId() + " spent");
              months.forEach((month, total) -> spent(lines, month.toString(), total));
            });
    if (lines.isEmpty()) {
      lines.add("no subscriptions");
    }
    return lines;
  }

  private static void subscription(List<String> lines, SubscriptionPreview preview) {
    String name = preview.key().subscriber().subscriberId() + " " + preview.key().subscriptionId();
    SubscriptionState state = preview.view().state().orElse(null);
    if (state == null) {
      lines.add(name + "  waits for its subscription.started");
      return;
    }
    lines.add(name + "  " + state.status() + ended(state));
    preview.charges().forEach(charge -> lines.add("  due   " + due(charge)));
    preview.alerts().forEach(alert -> lines.add("  told  " + told(alert, state.zone())));
  }

  private static String ended(SubscriptionState state) {
    return state.endsOn() == null ? "" : ", ends on " + state.endsOn();
  }

  private static String due(Charge charge) {
    return "%s  %s%s"
        .formatted(charge.dueOn(), amount(charge.amount()), charge.estimated() ? " estimated" : "");
  }

  private static String told(AlertRaised alert, ZoneId zone) {
    return "%s  %s for %s, %s, %s%s"
        .formatted(
            LOCAL.format(alert.raisedAt().atZone(zone)),
            alert.type().wireName(),
            alert.dueOn(),
            isLate(alert) ? days(-alert.lead()) + " after it" : days(alert.daysLeft()) + " left",
            amount(alert),
            isLate(alert) ? ", unless it is paid" : "");
  }

  /** A preview tells of subscriptions alone. */
  private static String amount(AlertRaised alert) {
    return switch (alert.content()) {
      case AlertContent.OfSubscription content -> amount(content.amount());
      case AlertContent.OfBudget budget -> amount(budget.amount());
      case AlertContent.OfDigest digest -> "a digest";
    };
  }

  /** What is told only where a payment stays away; a preview knows of none that is to come. */
  private static boolean isLate(AlertRaised alert) {
    return alert.lead() < 0;
  }

  private static String days(int number) {
    return number == 1 ? "1 day" : number + " days";
  }

  private static void spent(List<String> lines, String month, MonthlyTotal total) {
    for (Map.Entry<MonthlyTotal.Line, Money> line : total.lines().entrySet()) {
      lines.add("  %s  %s  %s".formatted(month, amount(line.getValue()), line.getKey().category()));
    }
  }

  private static String amount(Money money) {
    return money.value().toPlainString() + " " + money.currency().getCurrencyCode();
  }
}
