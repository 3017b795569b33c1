package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * That a budget is exceeded, or is no more.
 *
 * @param spent in the period
 * @param found by which tick
 */
record BudgetMatter(AlertType type, Budget budget, Period period, BigDecimal spent, Instant found)
    implements AccountMatter {

  private static final int TOLD_FOR = 6;

  /** Whether one may still be told of a period that has begun. */
  static boolean isTold(Period period, LocalDate today) {
    return !toldUntil(period).isBefore(today);
  }

  private static LocalDate toldUntil(Period period) {
    return period.lastDay().plusDays(TOLD_FOR);
  }

  @Override
  public LocalDate dueOn() {
    return period.from();
  }

  @Override
  public List<Integer> leads() {
    return List.of(0);
  }

  @Override
  public String about() {
    return Objects.requireNonNullElse(budget.category(), "");
  }

  /** The budget and the period, whichever way it turns. */
  @Override
  public String subject() {
    return "budget " + period.from() + " " + about();
  }

  @Override
  public boolean isSameAs(Matter other) {
    return type == other.type() && subject().equals(other.subject());
  }

  @Override
  public Instant fireAt(int lead, Owner owner) {
    return found;
  }

  @Override
  public LocalDate toldUntil(int lead) {
    return toldUntil(period);
  }

  @Override
  public Map<String, Object> amount() {
    return Amounts.document(spent, budget.currency());
  }

  @Override
  public void describe(Document alert) {
    alert
        .with("fireAt", String.class)
        .with("amount", Amounts.written(amount()))
        .with(
            "budget",
            Document.map("category", budget.category(), "amount", Amounts.written(budget.amount())))
        .with("period", period.written());
  }

  @Override
  public Predicate<Object> title() {
    return Saying.of(about(), spent);
  }

  @Override
  public Predicate<Object> text() {
    return new Sayings(List.of(Saying.of(about(), spent), Saying.of(about(), budget.value())));
  }
}
