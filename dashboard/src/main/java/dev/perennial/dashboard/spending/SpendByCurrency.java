package dev.perennial.dashboard.spending;

import dev.perennial.dashboard.payment.Payment;
import dev.perennial.dashboard.spending.CurrencySpend.CategorySpend;
import dev.perennial.domain.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compares this month with last month, a currency at a time.
 *
 * <p>A monthly total has its categories for the month as a whole and its days without categories;
 * so last month's categories up to a day are summed from its payments.
 *
 * @param months oldest first, this month last, at least two
 * @param lastMonthsPayments those of last month up to the same day of the month
 */
record SpendByCurrency(List<MonthTotals> months, int dayOfMonth, List<Payment> lastMonthsPayments) {

  private static final Comparator<CategorySpend> LARGEST_FIRST =
      Comparator.comparing((CategorySpend spend) -> spend.amount().thisMonth().value())
          .reversed()
          .thenComparing(CategorySpend::category);

  /** Every currency of the months given, by code. */
  List<CurrencySpend> compare() {
    return currencies().map(this::spend).toList();
  }

  private Stream<Currency> currencies() {
    return months.stream()
        .flatMap(month -> month.lines().stream())
        .map(line -> line.amount().currency())
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode));
  }

  private CurrencySpend spend(Currency currency) {
    MonthTotals lastMonth = months.get(months.size() - 2);
    Comparison total =
        new Comparison(thisMonth().total(currency), lastMonth.upTo(currency, dayOfMonth));
    return new CurrencySpend(currency, total, lastMonth.total(currency), categories(currency));
  }

  private List<CategorySpend> categories(Currency currency) {
    return Stream.concat(
            thisMonth().lines().stream().map(MonthTotals.Line::category),
            lastMonthsPayments.stream().map(Payment::category))
        .distinct()
        .map(category -> new CategorySpend(category, comparison(currency, category)))
        .filter(spend -> !spend.amount().isNothing())
        .sorted(LARGEST_FIRST)
        .toList();
  }

  private Comparison comparison(Currency currency, String category) {
    Stream<Money> before =
        lastMonthsPayments.stream()
            .filter(payment -> payment.category().equals(category))
            .flatMap(SpendByCurrency::contributions);
    return new Comparison(thisMonth().category(currency, category), Sums.of(currency, before));
  }

  private static Stream<Money> contributions(Payment payment) {
    return switch (payment.status()) {
      case FAILED, VOIDED -> Stream.empty();
      case SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED ->
          Stream.concat(
              Stream.of(payment.amount()),
              payment.refunds().stream().map(refund -> refund.amount().negated()));
    };
  }

  private MonthTotals thisMonth() {
    return months.getLast();
  }
}
