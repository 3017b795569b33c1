package dev.perennial.domain.alert;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** A budget in one period. */
record WatchedBudget(Budget budget, Period period) {

  /** A budget has recovered at so many parts of what it is exceeded by: 19 of 20, 95 %. */
  private static final BigDecimal RECOVERED_AT = BigDecimal.valueOf(19);

  private static final BigDecimal OF = BigDecimal.valueOf(20);

  /** Those that count on a day, of the earlier period first. */
  static List<WatchedBudget> on(LocalDate today, Subscriber subscriber) {
    PeriodRule rule = subscriber.periods();
    Period current = rule.of(today);
    return Stream.of(rule.before(current), current)
        .flatMap(
            period ->
                subscriber.budgets().stream().map(budget -> new WatchedBudget(budget, period)))
        .filter(watched -> !watched.lastDay().isBefore(today))
        .toList();
  }

  /** What tells it from other budgets. */
  String about() {
    return budget.category() == null ? "" : budget.category();
  }

  /** Whether an alert is about the same budget and first day, whichever way it turned. */
  boolean isSubjectOf(RaisedAlerts.Slot slot) {
    return !slot.type().isDigest()
        && slot.dueOn().equals(period.from())
        && slot.about().equals(about());
  }

  /** What makes it another budget, or another period of the same first day. */
  String content() {
    Money amount = budget.amount();
    return amount.value().toPlainString() + " " + amount.currency() + " until " + period.until();
  }

  /** The last day on which it is worth telling of. */
  LocalDate lastDay() {
    return period.lastDay().plusDays(AlertType.BUDGET_EXCEEDED.daysToldAfter(0));
  }

  Money spent(Account account) {
    return account.spent(period).in(period, budget.category(), budget.amount().currency());
  }

  boolean isExceededBy(Money spent) {
    return spent.value().compareTo(budget.amount().value()) > 0;
  }

  boolean isRecoveredAt(Money spent) {
    BigDecimal most = budget.amount().value().multiply(RECOVERED_AT);
    return spent.value().multiply(OF).compareTo(most) <= 0;
  }

  OwnOccasion occasion(AlertType type, Money spent) {
    return new OwnOccasion(
        type, period.from(), 0, new AlertContent.OfBudget(spent, budget, period));
  }
}
