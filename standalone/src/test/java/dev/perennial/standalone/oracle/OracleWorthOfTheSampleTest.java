package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.oracle.OracleOfTheSampleTest.Shown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A way to convert that the sample does not show would be compared with nothing. */
@NullUnmarked // a missing field fails the test, which is its purpose
class OracleWorthOfTheSampleTest {

  @ParameterizedTest
  @CsvSource({
    "7, 2026-11-23T01:10:00Z",
    "3, 2028-02-29T22:50:00Z",
    "20261123, 2027-03-31T12:00:00Z"
  })
  void everyWayToConvertIsShownByTheSample(long seed, Instant at) {
    Shown shown = Shown.by(seed, at);
    assertThat(shown.documents(Expected.PAYMENTS))
        .anyMatch(payment -> "EUR".equals(baseOf(payment, "home")))
        .anyMatch(payment -> "USD".equals(baseOf(payment, "home")))
        .anyMatch(payment -> "EUR".equals(baseOf(payment, "reporting")))
        .anyMatch(payment -> "USD".equals(baseOf(payment, "reporting")))
        .anyMatch(payment -> payment.containsKey("unconverted") && isSince(payment, at, 100))
        .anyMatch(payment -> payment.containsKey("unreported") && isSince(payment, at, 100))
        .anyMatch(payment -> refunds(payment).anyMatch(refund -> refund.containsKey("home")))
        .anyMatch(payment -> refunds(payment).anyMatch(refund -> refund.containsKey("reporting")))
        .anyMatch(payment -> maps(payment.get("events")).count() > 2)
        .anyMatch(payment -> currenciesOfEvents(payment).size() > 1);
    assertThat(shown.documents(Expected.TOTALS)).anyMatch(total -> total.containsKey("home"));
    assertThat(shown.documents(Expected.TOTALS))
        .anyMatch(total -> total.containsKey("unconverted"));
    assertThat(shown.documents(Expected.ALERTS))
        .anyMatch(
            alert -> "price.changed".equals(alert.get("type")) && alert.get("lead").equals(10))
        .anyMatch(
            alert ->
                "subscription.ended".equals(alert.get("type"))
                    && List.of("home").equals(alert.get("routing")));
  }

  @ParameterizedTest
  @CsvSource({"7, 2026-11-23T01:10:00Z", "3, 2028-02-29T22:50:00Z"})
  void everyMovementAddsUpToTheRunRatesOfTheSample(long seed, Instant at) {
    Shown shown = Shown.by(seed, at);
    assertThat(
            shown
                .documents(Expected.TENANT_TOTALS)
                .flatMap(total -> maps(total.get("movements")))
                .map(movement -> String.valueOf(movement.get("kind"))))
        .contains("NEW", "EXPANSION", "REACTIVATION", "CONTRACTION", "CHURN");
    Map<Object, BigDecimal> moved = new TreeMap<>();
    shown
        .documents(Expected.TENANT_TOTALS)
        .flatMap(total -> maps(total.get("movements")))
        .forEach(each -> add(moved, each.get("category"), each.get("currency"), signed(each)));
    Map<Object, BigDecimal> now = new TreeMap<>();
    shown
        .documents(Expected.SUBSCRIPTIONS)
        .filter(state -> state.containsKey("runRate"))
        .forEach(state -> add(now, state.get("category"), state.get("runRate")));
    assertThat(moved).isEqualTo(now).isNotEmpty();
  }

  private static BigDecimal signed(Map<?, ?> movement) {
    BigDecimal amount = (BigDecimal) Json.member(movement, "amount");
    return Set.of("CONTRACTION", "CHURN").contains(movement.get("kind")) ? amount.negate() : amount;
  }

  private static void add(Map<Object, BigDecimal> sums, Object category, Object runRate) {
    Map<?, ?> rate = (Map<?, ?>) runRate;
    add(sums, category, rate.get("currency"), (BigDecimal) Json.member(rate, "value"));
  }

  /** Those that add up to nothing are left out. */
  private static void add(
      Map<Object, BigDecimal> sums, Object category, Object currency, BigDecimal amount) {
    sums.merge(
        category + " " + currency,
        amount,
        (one, other) -> one.add(other).signum() == 0 ? null : one.add(other));
  }

  private static Object baseOf(Map<String, Object> payment, String field) {
    return payment.get(field) instanceof Map<?, ?> worth && worth.get("rate") instanceof Map<?, ?> r
        ? r.get("base")
        : null;
  }

  private static boolean isSince(Map<String, Object> payment, Instant at, int days) {
    return ((Instant) payment.get("paidOn")).isAfter(at.minus(Duration.ofDays(days)));
  }

  private static Stream<Map<?, ?>> refunds(Map<String, Object> payment) {
    return maps(payment.get("refunds"));
  }

  private static Set<Object> currenciesOfEvents(Map<String, Object> payment) {
    return maps(payment.get("events"))
        .map(event -> ((Map<?, ?>) event.get("change")).get("currency"))
        .collect(Collectors.toSet());
  }

  private static Stream<Map<?, ?>> maps(Object list) {
    return list instanceof List<?> items
        ? items.stream().map(item -> (Map<?, ?>) item)
        : Stream.of();
  }
}
