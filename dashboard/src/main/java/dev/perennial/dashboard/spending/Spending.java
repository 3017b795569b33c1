package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.payment.Payment;
import dev.perennial.dashboard.payment.Payments;
import dev.perennial.dashboard.subscriber.Subscriber;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a subscriber spends. */
@Component
public class Spending {

  /** Months that a chart of the trend shows, and in which a currency counts as in use. */
  public static final int MONTHS = 18;

  private final Totals totals;
  private final Payments payments;

  Spending(Totals totals, Payments payments) {
    this.totals = totals;
    this.payments = payments;
  }

  /**
   * The last months, oldest first, this month last.
   *
   * @param months how many, at least 1
   */
  public List<MonthTotals> lastMonths(Subscriber subscriber, int months) {
    return totals.lastMonths(subscriber, months);
  }

  /** This month against the same day of last month, in each currency of the last months. */
  public List<CurrencySpend> compare(Subscriber subscriber) {
    LocalDate today = subscriber.today();
    return new SpendByCurrency(
            totals.lastMonths(subscriber, MONTHS),
            today.getDayOfMonth(),
            lastMonthUpTo(subscriber, today))
        .compare();
  }

  private List<Payment> lastMonthUpTo(Subscriber subscriber, LocalDate today) {
    LocalDate first = YearMonth.from(today).minusMonths(1).atDay(1);
    // minusMonths ends on the last day of a shorter month, which then counts as a whole.
    return payments.paidBetween(subscriber, first, today.minusMonths(1));
  }
}
