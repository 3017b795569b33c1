package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.amount;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.money;
import static dev.perennial.standalone.oracle.Told.noon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What payments come to in the home currency and in the tenant's. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleHomeTest {

  private static final Map<String, Object> OF_FRIDAY =
      Map.of(
          "base",
          "EUR",
          "date",
          date("2026-11-27"),
          "source",
          "bank",
          "from",
          new BigDecimal("1.1604"),
          "to",
          BigDecimal.ONE,
          "receivedAt",
          Instant.class);

  private final Told told = new Told();

  private Told pay(String day, String payment, String value, String currency) {
    return told.add(
        "payment.succeeded",
        noon(day),
        "\"paymentId\":\"%s\",%s".formatted(payment, amount(value, currency)));
  }

  private Told refund(String day, String payment, String value, String currency) {
    return told.add(
        "payment.refunded",
        noon(day),
        "\"paymentId\":\"%s\",\"refundId\":\"r%s\",%s"
            .formatted(payment, day, amount(value, currency)));
  }

  private static Map<String, Object> line(String currency, String amount) {
    return Map.of(
        "category", "uncategorised", "currency", currency, "amount", new BigDecimal(amount));
  }

  private static Map<String, Object> line(int day, String currency, String amount) {
    return Map.of(
        "day",
        day,
        "category",
        "uncategorised",
        "currency",
        currency,
        "amount",
        new BigDecimal(amount));
  }

  @Test
  void saysByWhichRateItWasConverted() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 1.1604, GBP 0.8745");
    pay("2026-11-28", "p1", "10.00", "USD");
    assertThat(told.payment("p1"))
        .containsEntry("home", Map.of("amount", euros("8.62"), "rate", OF_FRIDAY))
        .doesNotContainKeys("unconverted", "reporting", "unreported");
    assertThat(told.total("2026-11"))
        .containsEntry("lines", List.of(line("USD", "10.00")))
        .containsEntry("days", List.of(line(28, "USD", "10.00")))
        .containsEntry("home", List.of(line(28, "EUR", "8.62")))
        .doesNotContainKey("unconverted");
  }

  @Test
  void takesAnAmountOfTheHomeCurrencyAsItIs() {
    told.prefer("\"currency\":\"EUR\"");
    pay("2026-11-28", "p1", "10.00", "EUR");
    assertThat(told.payment("p1"))
        .containsEntry("home", Map.of("amount", euros("10.00")))
        .doesNotContainKey("unconverted");
    assertThat(told.total("2026-11")).containsEntry("home", List.of(line(28, "EUR", "10.00")));
  }

  @Test
  void knowsNoHomeWhereNobodySaidACurrency() {
    told.rates("EUR", "2026-11-27", "USD 1.1604");
    pay("2026-11-28", "p1", "10.00", "USD");
    assertThat(told.payment("p1")).doesNotContainKeys("home", "unconverted", "reporting");
    assertThat(told.total("2026-11")).doesNotContainKeys("home", "unconverted");
  }

  @Test
  void leavesUnconvertedWhatHasNoRateUntilItArrives() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 1.1604");
    pay("2026-12-05", "p1", "10.00", "USD");
    pay("2026-12-05", "p2", "1.00", "EUR");
    assertThat(told.payment("p1")).containsEntry("unconverted", true).doesNotContainKey("home");
    assertThat(told.total("2026-12"))
        .containsEntry("days", List.of(line(5, "EUR", "1.00"), line(5, "USD", "10.00")))
        .containsEntry("home", List.of(line(5, "EUR", "1.00")))
        .containsEntry("unconverted", List.of(line(5, "USD", "10.00")));
    told.rates("2026-12-20T15:00:00Z", "EUR", "2026-12-04", "USD 1.25");
    assertThat(told.payment("p1")).doesNotContainKey("unconverted");
    assertThat(told.total("2026-12"))
        .containsEntry("home", List.of(line(5, "EUR", "9.00")))
        .doesNotContainKey("unconverted");
  }

  @Test
  void convertsARefundByItsPaymentsDayAndCurrency() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 1.1604");
    told.rates("EUR", "2026-12-04", "USD 2.00");
    told.add("subscriber.updated", noon("2026-12-01"), "\"currency\":\"GBP\"");
    pay("2026-11-27", "p1", "10.00", "USD");
    refund("2026-12-04", "p1", "2.50", "USD");
    assertThat(told.payment("p1"))
        .containsEntry("home", Map.of("amount", euros("8.62"), "rate", OF_FRIDAY))
        .containsEntry(
            "refunds",
            List.of(
                Map.of(
                    "refundId", "r2026-12-04",
                    "at", Instant.parse(noon("2026-12-04")),
                    "amount", money("2.50", "USD"),
                    "home", euros("2.15"))));
    assertThat(told.total("2026-11")).containsEntry("home", List.of(line(27, "EUR", "6.47")));
  }

  @Test
  void keepsWhatRoundingLeavesOfAPaymentThatWentBackInParts() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 2");
    pay("2026-11-27", "p1", "0.06", "USD");
    // 0.03 euros were paid, and of each refund 0.005 are rounded to the even 0.00.
    for (int day = 10; day < 16; day++) {
      refund("2026-12-" + day, "p1", "0.01", "USD");
    }
    assertThat(told.total("2026-11"))
        .containsEntry("lines", List.of())
        .containsEntry("days", List.of())
        .containsEntry("home", List.of(line(27, "EUR", "0.03")));
  }

  @Test
  void convertsTheSubscribersPartAsSpendCountsIt() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 0.1");
    told.start(",\"share\":{\"part\":1,\"of\":3}");
    pay("2026-11-27", "p1", "10.00", "USD");
    // Three dollars and a third are 3.33, and these are 33.30 euros.
    assertThat(told.payment("p1").get("home"))
        .asInstanceOf(MAP)
        .containsEntry("amount", euros("33.30"));
  }

  @Test
  void marksAPaymentWhoseRefundHasNoRate() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 1.1604");
    pay("2026-11-27", "p1", "10.00", "USD");
    refund("2026-11-29", "p1", "2.00", "CHF");
    assertThat(told.payment("p1")).containsKey("home").containsEntry("unconverted", true);
    assertThat(told.total("2026-11"))
        .containsEntry("home", List.of(line(27, "EUR", "8.62")))
        .containsEntry("unconverted", List.of(line(27, "CHF", "-2.00")));
  }

  @Test
  void restatesNoOldMonthWhereTheCurrencyMoves() {
    told.add("subscriber.updated", noon("2025-02-01"), "\"currency\":\"EUR\"");
    told.add("subscriber.updated", noon("2025-03-01"), "\"currency\":\"USD\"");
    pay("2025-01-10", "p1", "1.00", "EUR");
    pay("2025-02-10", "p2", "2.00", "EUR");
    pay("2025-03-10", "p3", "3.00", "USD");
    pay("2025-03-11", "p4", "4.00", "EUR");
    assertThat(told.payment("p1")).containsEntry("home", Map.of("amount", euros("1.00")));
    assertThat(told.payment("p2")).containsEntry("home", Map.of("amount", euros("2.00")));
    assertThat(told.payment("p3")).containsEntry("home", Map.of("amount", money("3.00", "USD")));
    assertThat(told.payment("p4")).containsEntry("unconverted", true);
  }

  @Test
  void isAtHomeInTheTenantsCurrencyWhereItSaidNone() {
    told.tenant("\"currency\":\"EUR\"").rates("EUR", "2026-11-27", "USD 1.1604");
    pay("2026-11-27", "p1", "10.00", "USD");
    assertThat(told.payment("p1"))
        .containsEntry("home", Map.of("amount", euros("8.62"), "rate", OF_FRIDAY))
        .doesNotContainKey("reporting");
    told.prefer("\"currency\":\"USD\"");
    assertThat(told.payment("p1"))
        .containsEntry("home", Map.of("amount", money("10.00", "USD")))
        .containsEntry("reporting", Map.of("amount", euros("8.62"), "rate", OF_FRIDAY));
  }

  @Test
  void reportsRefundsTooAndSaysWhatHasNoRate() {
    told.tenant("\"currency\":\"EUR\"").prefer("\"currency\":\"USD\"");
    told.rates("EUR", "2026-11-27", "USD 1.1604");
    pay("2026-11-27", "p1", "10.00", "USD");
    refund("2026-11-28", "p1", "2.50", "USD");
    assertThat((List<?>) told.payment("p1").get("refunds"))
        .singleElement()
        .asInstanceOf(MAP)
        .containsEntry("home", money("2.50", "USD"))
        .containsEntry("reporting", euros("2.15"));
    pay("2026-12-10", "p2", "10.00", "USD");
    assertThat(told.payment("p2"))
        .containsEntry("home", Map.of("amount", money("10.00", "USD")))
        .containsEntry("unreported", true)
        .doesNotContainKeys("unconverted", "reporting");
  }

  @Test
  void convertsNothingThatDidNotGoThrough() {
    told.prefer("\"currency\":\"EUR\"").start().fail(noon("2025-02-01"), "p1", "20.00");
    told.pay(noon("2025-02-02"), "p2", "20.00").refund(noon("2025-02-03"), "p2", "5.00");
    told.add("payment.voided", noon("2025-02-04"), "\"paymentId\":\"p2\"");
    assertThat(told.payment("p1")).doesNotContainKeys("home", "unconverted", "events");
    assertThat(told.payment("p2")).doesNotContainKeys("home", "unconverted");
    assertThat((List<?>) told.payment("p2").get("refunds"))
        .singleElement()
        .asInstanceOf(MAP)
        .doesNotContainKey("home");
  }
}
