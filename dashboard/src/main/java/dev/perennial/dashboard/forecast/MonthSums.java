package dev.perennial.dashboard.forecast;

import dev.perennial.domain.Money;
import java.time.YearMonth;
import java.util.Currency;

/** Adds up one month in one currency, charge by charge. */
final class MonthSums {

  private final Smallest<ForecastCharge> largest =
      new Smallest<>(ForecastCharge.LARGEST_FIRST, MonthForecast.LARGEST);
  private Money amount;
  private Money part;
  private Money estimated;
  private int charges;

  MonthSums(Currency currency) {
    amount = Money.zero(currency);
    part = amount;
    estimated = amount;
  }

  void add(ForecastCharge charge) {
    amount = amount.plus(charge.due().amount());
    part = part.plus(charge.part());
    if (charge.due().estimated()) {
      estimated = estimated.plus(charge.part());
    }
    charges++;
    largest.add(charge);
  }

  MonthForecast of(YearMonth month) {
    return new MonthForecast(month, amount, part, estimated, charges, largest.inOrder());
  }
}
