package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a subscriber spent on which day: in its home currency where there is a rate, or in what it
 * paid in.
 */
final class Spending {

  /**
   * A payment's or a refund's share of it.
   *
   * @param converted whether budgets count it; not where a home currency is known, but no rate
   */
  private record Spent(
      LocalDate day, String category, String currency, BigDecimal value, boolean converted) {}

  private final List<Spent> all;

  private Spending(List<Spent> all) {
    this.all = all;
  }

  static Spending of(Account account) {
    return new Spending(
        account.subscriptions().values().stream()
            .flatMap(
                subscription ->
                    subscription.bills().stream()
                        .flatMap(bill -> of(bill, subscription, account.reference().rates())))
            .toList());
  }

  private static Stream<Spent> of(Bill bill, Subscription subscription, Rates rates) {
    Worth home = Worth.atHome(bill, subscription, rates);
    String category = subscription.deal().categoryOn(bill.paidOn());
    return home.flows().stream()
        .map(
            flow -> {
              Bill.Flow counted = home.of(flow).orElse(flow);
              boolean converted = !home.isKnown() || home.of(flow).isPresent();
              return new Spent(
                  bill.paidOn(), category, counted.currency(), counted.value(), converted);
            });
  }

  BigDecimal of(Budget budget, Period period) {
    return in(period)
        .filter(spent -> spent.converted() && spent.currency().equals(budget.currency()))
        .filter(spent -> budget.counts(spent.category()))
        .map(Spent::value)
        .reduce(BigDecimal.ZERO.setScale(budget.value().scale()), BigDecimal::add);
  }

  /** Sums of zero are left out. */
  Map<String, BigDecimal> byCurrency(Period period) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    in(period).forEach(spent -> sums.merge(spent.currency(), spent.value(), BigDecimal::add));
    sums.values().removeIf(sum -> sum.signum() == 0);
    return sums;
  }

  private Stream<Spent> in(Period period) {
    return all.stream().filter(spent -> period.covers(spent.day()));
  }
}
