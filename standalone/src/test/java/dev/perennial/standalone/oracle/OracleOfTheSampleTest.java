package dev.perennial.standalone.oracle;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.sample.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that no story of the sample shows would be compared with nothing. */
class OracleOfTheSampleTest {

  /** What the oracle makes of a sample. */
  record Shown(Expected expected) {

    static Shown by(long seed, Instant at) {
      Ticks ticks = Ticks.everywhere(1, at.plusSeconds(60), at.plusSeconds(180));
      Sample sample = Sample.generate(seed, at);
      Imports imports = new History(sample, at.plusSeconds(30)).imports();
      return new Shown(
          new Oracle("demo", id -> 0, ticks, Map.of(), imports).expect(sample.events()));
    }

    Stream<Map<String, Object>> documents(String collection) {
      return expected.collection(collection).values().stream();
    }

    Set<String> statusesWith(String field) {
      return documents(Expected.SUBSCRIPTIONS)
          .filter(document -> document.containsKey(field))
          .map(document -> Json.text(document, "status"))
          .collect(Collectors.toSet());
    }

    Set<String> outcomes() {
      return documents(Expected.RECEIPTS)
          .map(receipt -> receipt.get("type") + " " + receipt.get("status"))
          .collect(Collectors.toSet());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 2026-11-23T01:10:00Z",
    "3, 2028-02-29T22:50:00Z",
    "20261123, 2027-03-31T12:00:00Z"
  })
  void everyRuleIsShownByTheSample(long seed, Instant at) {
    Shown shown = Shown.by(seed, at);
    assertThat(shown.statusesWith("occurrences")).contains("ACTIVE", "ENDED");
    assertThat(shown.statusesWith("notice")).contains("ACTIVE", "CANCELLED", "ENDED");
    assertThat(shown.statusesWith("cancelBy")).contains("ACTIVE");
    assertThat(shown.statusesWith("runRate")).contains("ACTIVE", "CANCELLED", "PAST_DUE");
    assertThat(shown.outcomes())
        .contains(
            "subscription.changed SUPERSEDED",
            "subscription.changed WAITING",
            "charge.announced APPLIED",
            "charge.announced WAITING",
            "payment.corrected APPLIED",
            "payment.corrected WAITING",
            "subscription.deleted APPLIED",
            "subscriber.deleted APPLIED",
            "subscription.started SUPERSEDED",
            "subscriber.updated SUPERSEDED",
            "alert.acknowledged APPLIED",
            "alert.snoozed APPLIED",
            "payment.voided APPLIED",
            "payment.voided WAITING",
            "tenant.updated APPLIED",
            "tenant.updated SUPERSEDED",
            "exchange-rates.published APPLIED",
            "exchange-rates.published SUPERSEDED");
    assertThat(shown.documents(Expected.PAYMENTS))
        .anyMatch(payment -> "VOIDED".equals(payment.get("status")))
        .anyMatch(payment -> payment.containsKey("corrected"))
        .anyMatch(payment -> payment.containsKey("matches"))
        .anyMatch(payment -> !payment.containsKey("matches"));
    assertThat(shown.documents(Expected.SUBSCRIPTIONS).flatMap(OracleOfTheSampleTest::agreed))
        .contains("from", "schedules", "shares", "estimates", "pauses", "announced");
    assertThat(shown.documents(Expected.SUBSCRIPTIONS).map(OracleOfTheSampleTest::expectedNext))
        .contains("UPCOMING", "OUTSTANDING", "MISSING", "none");
    assertThat(shown.statusesWith("paidSince")).contains("ACTIVE", "ENDED");
    assertThat(shown.statusesWith("share")).contains("ACTIVE");
    assertThat(shown.documents(Expected.SUBSCRIPTIONS))
        .anyMatch(OracleOfTheSampleTest::isEstimated)
        .anyMatch(state -> ((List<?>) Json.member(state, "priceHistory")).size() > 1);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 2026-11-23T01:10:00Z",
    "3, 2028-02-29T22:50:00Z",
    "11, 2027-08-31T10:30:00Z",
    "20261123, 2027-03-31T17:00:00Z"
  })
  void everyAlertIsDueInTheSample(long seed, Instant at) {
    Shown shown = Shown.by(seed, at);
    Map<String, Long> alerts =
        shown
            .documents(Expected.ALERTS)
            .collect(groupingBy(alert -> Json.text(alert, "type"), counting()));
    // That a budget recovered takes two ticks that know of different payments.
    assertThat(alerts)
        .hasSize(AlertType.values().length - 1)
        .doesNotContainKey("budget.recovered")
        .allSatisfy((type, count) -> assertThat(count).isGreaterThan(2));
    assertThat(shown.documents(Expected.ALERTS)).hasSizeLessThan(300);
    assertThat(shown.documents(Expected.ALERTS))
        .filteredOn(alert -> !"renewal.upcoming".equals(alert.get("type")))
        .anyMatch(alert -> alert.containsKey("routing"))
        .anyMatch(alert -> !List.of(7, 1, 0).contains(alert.get("lead")));
    assertThat(shown.documents(Expected.SUBSCRIPTIONS).map(OracleOfTheSampleTest::nextAlert))
        .contains(
            "cancellation.deadline",
            "price.changed",
            "renewal.upcoming",
            "subscription.ended",
            "trial.ending");
  }

  /** Hours after the sample's instant nothing happens; days after it the answers have shown. */
  @ParameterizedTest
  @CsvSource({"7, 2026-11-23T01:10:00Z", "3, 2028-02-29T22:50:00Z"})
  void whatIsAnsweredShowsInTheDaysThatFollow(long seed, Instant at) {
    List<String> events = Sample.generate(seed, at).events();
    List<String> unanswered =
        events.stream().filter(event -> !event.contains("\"type\":\"alert.")).toList();
    Set<String> alerts = alertsOfAWeek(events, at);
    Set<String> others = alertsOfAWeek(unanswered, at);
    assertThat(alerts).anyMatch(alert -> !others.contains(alert));
    assertThat(others).anyMatch(alert -> !alerts.contains(alert));
  }

  private static Set<String> alertsOfAWeek(List<String> events, Instant at) {
    Ticks ticks = Ticks.everywhere(1, at.plusSeconds(60), at.plus(Duration.ofDays(7)));
    return new Oracle("demo", id -> 0, ticks, Map.of())
        .expect(events)
        .collection(Expected.ALERTS)
        .keySet();
  }

  @ParameterizedTest
  @CsvSource({"7, 2026-11-23T01:10:00Z", "3, 2028-02-29T22:50:00Z"})
  void whatIsErasedWasThereInTheSample(long seed, Instant at) {
    Expected expected = Shown.by(seed, at).expected();
    for (String collection : Erasures.COLLECTIONS) {
      String erased = Expected.erased(collection);
      assertThat(expected.collection(erased).keySet())
          .anyMatch(key -> !expected.isOptional(erased, key));
    }
    String payments = Expected.erased(Expected.PAYMENTS);
    assertThat(expected.collection(payments).keySet())
        .anyMatch(key -> expected.isOptional(payments, key));
    assertThat(expected.collection(Expected.ERASED_SUBSCRIBERS)).hasSize(3);
  }

  private static Stream<String> agreed(Map<String, Object> state) {
    return Happening.map(state.get("agreed")).keySet().stream();
  }

  private static String expectedNext(Map<String, Object> state) {
    return state.get("expected") instanceof Map<?, ?> next ? Json.text(next, "state") : "none";
  }

  private static String nextAlert(Map<String, Object> state) {
    return state.get("nextAlert") instanceof Map<?, ?> next ? Json.text(next, "type") : "none";
  }

  private static boolean isEstimated(Map<String, Object> state) {
    return state.get("nextRenewal") instanceof Map<?, ?> next && next.containsKey("estimated");
  }
}
