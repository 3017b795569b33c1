package dev.perennial.dashboard.forecast;

import dev.perennial.domain.Money;
import dev.perennial.domain.forecast.DueCharge;
import java.util.Comparator;

/** A charge ahead, and whose it is. */
public record ForecastCharge(String subscriptionId, String name, String category, DueCharge due) {

  static final Comparator<ForecastCharge> SOONEST_FIRST =
      Comparator.comparing((ForecastCharge charge) -> charge.due().dueOn())
          .thenComparing(ForecastCharge::name)
          .thenComparing(ForecastCharge::subscriptionId);

  /** Of one currency; of equal ones the soonest. */
  static final Comparator<ForecastCharge> LARGEST_FIRST =
      Comparator.comparing((ForecastCharge charge) -> charge.part().value())
          .reversed()
          .thenComparing(SOONEST_FIRST);

  public Money part() {
    return due.part();
  }
}
