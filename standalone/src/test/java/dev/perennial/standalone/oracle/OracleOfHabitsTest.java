package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.BUDGET_EXCEEDED;
import static dev.perennial.standalone.oracle.AlertType.DIGEST_MONTHLY;
import static dev.perennial.standalone.oracle.AlertType.DIGEST_WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.sample.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sample's subscribers mean to spend and want to hear shows on whatever day. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleOfHabitsTest {

  /** Each day of the week is among them; the first and the last of a month, and a leap day. */
  @ParameterizedTest
  @CsvSource({
    "7, 2026-11-23T01:10:00Z",
    "3, 2028-02-29T22:50:00Z",
    "11, 2027-03-31T10:30:00Z",
    "20261123, 2026-10-01T17:00:00Z",
    "5, 2027-01-01T06:00:00Z",
    "6, 2027-05-29T12:00:00Z",
    "8, 2027-02-28T23:59:59Z"
  })
  void isToldOf(long seed, Instant at) {
    Ticks ticks = Ticks.everywhere(1, at.plusSeconds(60), at.plusSeconds(180));
    Shown shown =
        new Shown(
            at,
            new Oracle("demo", id -> 0, ticks, Map.of())
                .expect(Sample.generate(seed, at).events()));
    shown.budgets();
    shown.budgetsAtHome();
    shown.digests();
    shown.sleepers();
    shown.periods();
  }

  private record Shown(Instant at, Expected expected) {

    List<Map<String, Object>> alerts(String subscriber) {
      return expected.collection(Expected.ALERTS).values().stream()
          .filter(alert -> subscriber.equals(alert.get("subscriberId")))
          .toList();
    }

    List<Map<String, Object>> alerts(String subscriber, AlertType type) {
      return alerts(subscriber).stream()
          .filter(alert -> type.wireName.equals(alert.get("type")))
          .toList();
    }

    void budgets() {
      assertThat(alerts("arundhati", BUDGET_EXCEEDED))
          .singleElement()
          .satisfies(alert -> assertThat(excess(alert)).isEqualTo("0.01"));
      assertThat(alerts("fatima", BUDGET_EXCEEDED))
          .singleElement()
          .satisfies(alert -> assertThat(excess(alert)).isEqualTo("0.001"));
      assertThat(alerts("rabindranath", BUDGET_EXCEEDED)).isEmpty();
      assertThat(alerts("pema", BUDGET_EXCEEDED)).isEmpty();
      assertThat(alerts("clarice", BUDGET_EXCEEDED))
          .hasSize(2)
          .anyMatch(alert -> !Happening.map(alert.get("budget")).containsKey("category"))
          .anyMatch(alert -> Happening.map(alert.get("budget")).containsKey("category"));
      // A period that ended three days ago; the present one may be exceeded as well.
      assertThat(alerts("olga", BUDGET_EXCEEDED))
          .anyMatch(alert -> until(alert).isBefore(today("Europe/Warsaw").minusDays(2)))
          .hasSizeBetween(1, 2);
    }

    void budgetsAtHome() {
      assertThat(alerts("keanu", BUDGET_EXCEEDED))
          .isNotEmpty()
          .allMatch(alert -> "EUR".equals(Happening.map(alert.get("amount")).get("currency")));
    }

    private static String excess(Map<String, Object> alert) {
      return value(Happening.map(alert.get("amount")))
          .subtract(value(Happening.map(Happening.map(alert.get("budget")).get("amount"))))
          .toPlainString();
    }

    private static BigDecimal value(Map<String, Object> written) {
      return new BigDecimal(Json.text(written, "value"));
    }

    private static LocalDate until(Map<String, Object> alert) {
      return LocalDate.parse(Json.text(Happening.map(alert.get("period")), "until"));
    }

    private LocalDate today(String zone) {
      return at.atZone(ZoneId.of(zone)).toLocalDate();
    }

    void digests() {
      List<Map<String, Object>> all =
          Stream.of("jorge", "machado", "yusuf", "layla", "adam", "wislawa", "tenzing")
              .flatMap(id -> alerts(id).stream())
              .toList();
      TreeSet<Object> types = new TreeSet<>(all.stream().map(each -> each.get("type")).toList());
      assertThat(types).contains(DIGEST_WEEKLY.wireName, DIGEST_MONTHLY.wireName);
      assertThat(alerts("adam", DIGEST_MONTHLY))
          .singleElement()
          .satisfies(
              alert -> {
                assertThat((List<?>) alert.get("charges")).hasSize(10);
                assertThat((Integer) alert.get("chargesInAll")).isGreaterThan(13);
              });
      assertThat(alerts("yusuf", DIGEST_MONTHLY)).hasSize(1);
      assertThat(alerts("jorge", DIGEST_MONTHLY)).hasSize(1);
    }

    void sleepers() {
      assertThat(alerts("leilani")).isEmpty();
      ZoneId rome = ZoneId.of("Europe/Rome");
      LocalTime endOfQuietHours =
          at.atZone(rome).toLocalTime().truncatedTo(ChronoUnit.MINUTES).plusHours(9);
      assertThat(Stream.of("octavia", "amrita", "natalia").flatMap(id -> alerts(id).stream()))
          .isNotEmpty();
      assertThat(nextAlerts("natalia"))
          .isNotEmpty()
          .allMatch(next -> next.atZone(rome).toLocalTime().equals(endOfQuietHours));
    }

    private List<Instant> nextAlerts(String subscriber) {
      return expected.collection(Expected.SUBSCRIPTIONS).values().stream()
          .filter(state -> subscriber.equals(state.get("subscriberId")))
          .filter(state -> state.containsKey("nextAlert"))
          .map(state -> (Instant) Happening.map(state.get("nextAlert")).get("fireAt"))
          .toList();
    }

    void periods() {
      assertThat(expected.collection(Expected.SUBSCRIPTIONS).values())
          .anyMatch(state -> beginsBy(state, "dayOfMonth"))
          .anyMatch(state -> beginsBy(state, "weeks"));
    }

    private static boolean beginsBy(Map<String, Object> state, String kind) {
      return state.get("periodStartsOn") instanceof Map<?, ?> said && said.containsKey(kind);
    }
  }
}
