package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.paid;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Price;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.SubscriptionPaused;
import org.junit.jupiter.api.Test;

/** Prices that vary, and what a subscription costs a month. */
class EstimateTest {

  private final Told told = new Told();

  @Test
  void aVariablePriceIsTheMedianOfTheLastSixPayments() {
    told.start("2025-01-31");
    told.add("2025-01-02", "varies", Told.price(Price.Kind.VARIABLE, "50.00"));
    assertThat(told.state("2025-01-10").nextRenewal())
        .isEqualTo(new Charge(Told.day("2025-01-31"), Told.euros("50.00"), true));

    for (int i = 1; i <= 7; i++) {
      told.add(
          "2025-%02d-15".formatted(i + 1), "e" + i, paid("p" + i, i == 1 ? "900.00" : i + "0.05"));
    }

    // The last six are 20.05 to 70.05: the mean of 40.05 and 50.05.
    assertThat(told.state("2025-09-01").nextRenewal())
        .isEqualTo(new Charge(Told.day("2025-09-30"), Told.euros("45.05"), true));
    assertThat(told.state("2025-09-01").spending().runRate()).isEqualTo(Told.euros("45.05"));
  }

  @Test
  void anAnnouncedAmountIsNoEstimate() {
    told.start("2025-01-31");
    told.add("2025-01-02", "varies", Told.price(Price.Kind.VARIABLE, "50.00"));
    told.add("2025-02-10", "bill", Told.announced("2025-02-27", "61.30"));

    assertThat(told.state("2025-02-11").nextRenewal())
        .isEqualTo(new Charge(Told.day("2025-02-27"), Told.euros("61.30"), false));
  }

  @Test
  void theMeanOfTwoIsRoundedHalfToEven() {
    told.start("2025-01-31");
    told.add("2025-01-02", "varies", Told.price(Price.Kind.VARIABLE, "50.00"));
    told.add("2025-02-15", "one", paid("p1", "10.00"));
    told.add("2025-03-15", "two", paid("p2", "10.05"));

    assertThat(told.renewal("2025-03-20")).isEqualTo("2025-03-31 10.02");
  }

  @Test
  void theRunRateIsOfWhatRunsAndIsPaidFor() {
    told.startYearly("2025-05-31");
    assertThat(told.state("2025-06-01").spending().runRate()).isEqualTo(Told.euros("1.08"));

    told.add("2025-06-10", "pause", new SubscriptionPaused(null));
    assertThat(told.state("2025-06-11").spending().runRate()).isNull();
  }
}
