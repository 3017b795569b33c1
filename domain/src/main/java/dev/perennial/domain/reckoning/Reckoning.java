package dev.perennial.domain.reckoning;

import dev.perennial.domain.forecast.Horizon;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * What a period comes to, as it is known today. A charge and its payments belong to the period of
 * the day on which the charge is due; what belongs to no due date, to the period in which it was
 * paid. What a schedule names before the agreement's first day is expected only if it was paid.
 *
 * @param currencies by code; those in which there is nothing are left out
 */
public record Reckoning(Period period, List<Figures> currencies) {

  public Reckoning {
    currencies = List.copyOf(currencies);
  }

  /**
   * @param period at most {@value Horizon#MAX_DAYS} days
   * @param today the subscriber's
   */
  public static Reckoning of(Period period, LocalDate today, Collection<Account> accounts) {
    Tally tally = new Tally();
    for (Account account : accounts) {
      new AccountInPeriod(account, period).addTo(tally, today);
    }
    return new Reckoning(period, tally.figures());
  }
}
