package dev.perennial.dashboard.forecast;

import dev.perennial.domain.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * What will be due in a month, in one currency.
 *
 * @param amount the whole of its charges
 * @param part the subscriber's
 * @param estimated how much of the part is only expected
 * @param charges how many there are
 * @param largest the largest of them by part, at most {@value #LARGEST}
 */
public record MonthForecast(
    YearMonth month,
    Money amount,
    Money part,
    Money estimated,
    int charges,
    List<ForecastCharge> largest) {

  /** So many charges say what makes a month as large as it is. */
  public static final int LARGEST = 3;

  public MonthForecast {
    largest = List.copyOf(largest);
  }

  /** What of the part is agreed or announced. */
  public Money agreed() {
    return part.plus(estimated.negated());
  }
}
