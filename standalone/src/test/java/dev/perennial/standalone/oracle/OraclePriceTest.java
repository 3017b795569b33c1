package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.noon;
import static dev.perennial.standalone.oracle.Told.paid;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was agreed when, and what it comes to a month. */
class OraclePriceTest {

  private final Told told = new Told().start();

  @Test
  void tellsEveryPricePastAndToCome() {
    told.change("2025-03-01", price("FIXED", "30") + ",\"effectiveOn\":\"2025-06-01\"");
    told.change("2025-03-02", price("VARIABLE", "25.5"));
    assertThat(told.on("2025-03-10").subscription())
        .containsEntry(
            "priceHistory",
            List.of(
                agreed("2025-01-20", "FIXED", "20.00"),
                agreed("2025-03-02", "VARIABLE", "25.50"),
                agreed("2025-06-01", "FIXED", "30.00")));
  }

  @Test
  void tellsTheLastOfOneDayAndOnlyOnceWhatStaysTheSame() {
    told.change("2025-03-01", price("FIXED", "25"));
    told.change("2025-03-01", price("FIXED", "20.00"));
    told.change("2025-04-01", price("FIXED", "22"));
    told.change("2025-05-01", price("FIXED", "22.00"));
    assertThat(told.subscription())
        .containsEntry(
            "priceHistory",
            List.of(
                agreed("2025-01-20", "FIXED", "20.00"), agreed("2025-04-01", "FIXED", "22.00")));
  }

  @ParameterizedTest
  @CsvSource({
    "1, MONTH, 20.00",
    "3, MONTH, 6.67",
    "1, YEAR, 1.67",
    "2, YEAR, 0.83",
    "1, DAY, 608.74", // 20 × 365.2425 / 12 = 608.7375
    "30, DAY, 20.29", // 20.29125
    "1, WEEK, 86.96", // 86.96250
    "2, WEEK, 43.48" // 43.48125
  })
  void spreadsThePriceOverMonths(int every, String unit, String rate) {
    told.change("2025-01-21", billing(every, unit, "2025-01-21"));
    assertThat(told.subscription()).containsEntry("runRate", euros(rate));
  }

  @Test
  void roundsTheRateToTheEvenDigitOnce() {
    told.change("2025-01-21", price("FIXED", "20.10") + "," + billing(4, "MONTH", "2025-01-21"));
    // 5.025
    assertThat(told.subscription()).containsEntry("runRate", euros("5.02"));
  }

  @Test
  void spreadsTheEstimateOfAVariablePrice() {
    told.change("2025-01-21", price("VARIABLE", "50"));
    told.pay(noon("2025-01-31"), "p1", "44.00");
    assertThat(told.subscription()).containsEntry("runRate", euros("44.00"));
  }

  @Test
  void hasARateOnlyWhileItRuns() {
    told.add("payment.failed", noon("2025-02-01"), paid("p1", "20"));
    assertThat(told.subscription()).containsEntry("status", "PAST_DUE").containsKey("runRate");
    told.add("subscription.paused", noon("2025-02-02"), "");
    assertThat(told.subscription()).containsEntry("status", "PAUSED").doesNotContainKey("runRate");
    told.add("subscription.resumed", noon("2025-02-03"), "");
    told.cancelAtPeriodEnd("2025-02-04");
    assertThat(told.subscription()).containsEntry("status", "CANCELLED").containsKey("runRate");
    assertThat(told.on("2025-02-28").subscription())
        .containsEntry("status", "ENDED")
        .doesNotContainKey("runRate");
    Told trial = new Told().start(",\"trialEnds\":\"2025-02-20\"");
    assertThat(trial.subscription())
        .containsEntry("status", "TRIALING")
        .doesNotContainKey("runRate");
  }

  private static Map<String, Object> agreed(String from, String kind, String value) {
    return Map.of("from", date(from), "kind", kind, "amount", euros(value));
  }
}
