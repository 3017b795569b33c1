package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a subscriber spent on which day, in its home currency as far as that is known. */
final class Spending {

  /**
   * A payment's or a refund's share of it.
   *
   * @param converted whether it is as budgets count it; false where a rate is missing
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
                    subscription.bills().stream().flatMap(bill -> of(bill, subscription.deal())))
            .toList());
  }

  /** As long as there is no home currency, the amounts themselves. */
  private static Stream<Spent> of(Bill bill, Deal deal) {
    String category = deal.categoryOn(bill.paidOn());
    return bill.flows(deal).stream()
        .map(flow -> new Spent(bill.paidOn(), category, flow.currency(), flow.value(), true));
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
