package dev.perennial.domain.total;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.rate.Movement;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tenant's figures of one month, of as many of its subscriptions as were added. Rows of zero are
 * left out, so a total depends on what it is the sum of, and on nothing else.
 */
public record TenantTotal(SortedMap<Row, Sum> rows) {

  private static final TenantTotal EMPTY = new TenantTotal(Collections.emptySortedMap());

  /** What a row says. */
  public enum Figure {
    /** Spend as it was paid. */
    SPENT,
    /** Spend in the tenant's currency. */
    REPORTED,
    /** Spend as it was paid, where the tenant's currency is known and no rate. */
    UNREPORTED,
    NEW,
    EXPANSION,
    REACTIVATION,
    CONTRACTION,
    CHURN;

    public static Figure of(Movement.Kind kind) {
      return switch (kind) {
        case NEW -> NEW;
        case EXPANSION -> EXPANSION;
        case REACTIVATION -> REACTIVATION;
        case CONTRACTION -> CONTRACTION;
        case CHURN -> CHURN;
      };
    }

    public boolean isMovement() {
      return switch (this) {
        case SPENT, REPORTED, UNREPORTED -> false;
        case NEW, EXPANSION, REACTIVATION, CONTRACTION, CHURN -> true;
      };
    }
  }

  /** What a row is the sum of. */
  public record Row(Figure figure, String category, Currency currency) implements Comparable<Row> {

    private static final Comparator<Row> ORDER =
        Comparator.comparing(Row::figure)
            .thenComparing((Row row) -> row.currency().getCurrencyCode())
            .thenComparing(Row::category);

    public Row {
      requireNonNull(figure, "figure");
      requireNonNull(category, "category");
      requireNonNull(currency, "currency");
    }

    @Override
    public int compareTo(Row other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * @param subscriptions how many times a subscription moved so; 0 for spend
   */
  public record Sum(Money amount, long subscriptions) {

    public Sum {
      requireNonNull(amount, "amount");
    }

    public Sum plus(Sum other) {
      return new Sum(amount.plus(other.amount), subscriptions + other.subscriptions);
    }

    public Sum negated() {
      return new Sum(amount.negated(), -subscriptions);
    }

    public boolean isZero() {
      return amount.isZero() && subscriptions == 0;
    }
  }

  public TenantTotal {
    rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
  }

  public static TenantTotal empty() {
    return EMPTY;
  }

  /** What one subscription adds, by month. */
  public static SortedMap<YearMonth, TenantTotal> byMonth(Additions additions) {
    SortedMap<YearMonth, SortedMap<Row, Sum>> months = new TreeMap<>();
    for (Contribution each : additions.contributions()) {
      add(months.computeIfAbsent(each.month(), month -> new TreeMap<>()), each);
    }
    for (Movement each : additions.movements()) {
      add(
          months.computeIfAbsent(each.month(), month -> new TreeMap<>()),
          Figure.of(each.kind()),
          each.category(),
          new Sum(each.amount(), 1));
    }
    SortedMap<YearMonth, TenantTotal> totals = new TreeMap<>();
    months.forEach((month, rows) -> totals.put(month, new TenantTotal(rows)));
    return totals;
  }

  public TenantTotal plus(TenantTotal other) {
    SortedMap<Row, Sum> sums = new TreeMap<>(rows);
    other.rows.forEach((row, sum) -> add(sums, row, sum));
    return new TenantTotal(sums);
  }

  public TenantTotal minus(TenantTotal other) {
    SortedMap<Row, Sum> sums = new TreeMap<>(rows);
    other.rows.forEach((row, sum) -> add(sums, row, sum.negated()));
    return new TenantTotal(sums);
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  private static void add(SortedMap<Row, Sum> sums, Contribution each) {
    add(sums, Figure.SPENT, each.category(), new Sum(each.amount(), 0));
    switch (each.reporting()) {
      case Converted.Amount converted ->
          add(sums, Figure.REPORTED, each.category(), new Sum(converted.amount(), 0));
      case Converted.Missing missing ->
          add(sums, Figure.UNREPORTED, each.category(), new Sum(each.amount(), 0));
      case Converted.Unasked unasked -> {}
    }
  }

  private static void add(SortedMap<Row, Sum> sums, Figure figure, String category, Sum sum) {
    add(sums, new Row(figure, category, sum.amount().currency()), sum);
  }

  private static void add(SortedMap<Row, Sum> sums, Row row, Sum more) {
    if (sums.merge(row, more, Sum::plus).isZero()) {
      sums.remove(row);
    }
  }
}
