package dev.perennial.domain.rate;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import java.util.Currency;

/**
 * Run rate: what is paid a month, spread evenly. Exact through sums and shares; rounded only where
 * it {@linkplain #rounded leaves}, once, so that a total is not off by the cents of its parts.
 *
 * <p>A year has 12 months. Days and weeks are brought to months by the mean Gregorian year of
 * 365.2425 days: 400 years are 146,097 days, 20,871 weeks and 4,800 months.
 *
 * @param monthly in units of the currency
 */
public record Rate(Fraction monthly, Currency currency) {

  private static final int MONTHS_OF_YEAR = 12;
  private static final int DAYS_OF_CYCLE = 146_097;
  private static final int WEEKS_OF_CYCLE = DAYS_OF_CYCLE / 7;
  private static final int MONTHS_OF_CYCLE = 4_800;

  public Rate {
    requireNonNull(monthly, "monthly");
    requireNonNull(currency, "currency");
  }

  public static Rate zero(Currency currency) {
    return new Rate(Fraction.NONE, currency);
  }

  /** The rate of an amount that is due once every period. */
  public static Rate of(Money amount, BillingPeriod period) {
    return new Rate(Fraction.of(amount.value()).times(periodsOfMonth(period)), amount.currency());
  }

  private static Fraction periodsOfMonth(BillingPeriod period) {
    int every = period.every();
    return switch (period.unit()) {
      case DAY -> Fraction.of(DAYS_OF_CYCLE, (long) MONTHS_OF_CYCLE * every);
      case WEEK -> Fraction.of(WEEKS_OF_CYCLE, (long) MONTHS_OF_CYCLE * every);
      case MONTH -> Fraction.of(1, every);
      case YEAR -> Fraction.of(1, (long) MONTHS_OF_YEAR * every);
    };
  }

  /**
   * @throws IllegalArgumentException if the other rate is of another currency
   */
  public Rate plus(Rate other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Rates of %s and %s are never added".formatted(currency, other.currency));
    }
    return new Rate(monthly.plus(other.monthly), currency);
  }

  /** A share of it, or several times as much. */
  public Rate times(Fraction share) {
    return new Rate(monthly.times(share), currency);
  }

  public Rate negated() {
    return new Rate(monthly.negated(), currency);
  }

  /** The same over a year. */
  public Fraction yearly() {
    return monthly.times(Fraction.of(MONTHS_OF_YEAR, 1));
  }

  /** What it is a month in the currency's own fraction digits, half way to the even one. */
  public Money rounded() {
    return money(monthly);
  }

  /** As {@link #rounded()}, a year: rounded from the exact rate, not twelve rounded months. */
  public Money roundedYearly() {
    return money(yearly());
  }

  private Money money(Fraction amount) {
    return new Money(amount.rounded(Money.scaleOf(currency)), currency);
  }
}
