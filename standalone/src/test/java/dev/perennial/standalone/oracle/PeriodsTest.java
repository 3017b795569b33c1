package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodsTest {

  /** The first of them are those of the documentation; the others lie at an edge. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"dayOfMonth":1}                   | 2026-01-20 | 2026-01-01 | 2026-02-01
          {"dayOfMonth":15}                  | 2026-01-20 | 2026-01-15 | 2026-02-15
          {"weeks":4,"from":"2026-01-05"}    | 2026-01-20 | 2026-01-05 | 2026-02-02
          {"dayOfMonth":15}                  | 2026-01-14 | 2025-12-15 | 2026-01-15
          {"dayOfMonth":28}                  | 2026-02-28 | 2026-02-28 | 2026-03-28
          {"weeks":4,"from":"2026-01-05"}    | 2026-01-04 | 2025-12-08 | 2026-01-05
          {"weeks":4,"from":"2026-01-05"}    | 2026-02-02 | 2026-02-02 | 2026-03-02
          {"weeks":52,"from":"2026-01-05"}   | 2026-01-04 | 2025-01-06 | 2026-01-05
          """)
  void holdADay(String said, LocalDate day, LocalDate from, LocalDate until) {
    Period period = Periods.of(Json.object(said)).of(day);
    assertThat(period).isEqualTo(new Period(from, until));
    assertThat(period.covers(day)).isTrue();
    assertThat(period.covers(until)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 21:59, false",
    "22:00, 07:00, 22:00, true",
    "22:00, 07:00, 06:59, true",
    "22:00, 07:00, 07:00, false",
    "12:00, 14:00, 11:59, false",
    "12:00, 14:00, 12:00, true",
    "12:00, 14:00, 14:00, false",
    "00:00, 06:00, 23:59, false",
    "18:00, 00:00, 23:59, true"
  })
  void quietHoursCoverTheirFirstMomentAndNotTheirLast(
      LocalTime from, LocalTime to, LocalTime time, boolean covered) {
    QuietHours quiet = new QuietHours(from, to);
    assertThat(quiet.cover(time)).isEqualTo(covered);
    assertThat(quiet.instead(time)).isEqualTo(covered ? to : time);
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, false, false",
    "100.01, true, false",
    "95.01, false, false",
    "95.00, false, true",
    "0.00, false, true"
  })
  void aBudgetIsExceededByACentAndRecoveredAt95Percent(
      String spent, boolean exceeded, boolean recovered) {
    Budget budget = new Budget(null, new BigDecimal("100.00"), "EUR");
    assertThat(budget.isExceededBy(new BigDecimal(spent))).isEqualTo(exceeded);
    assertThat(budget.isRecoveredAt(new BigDecimal(spent))).isEqualTo(recovered);
  }
}
