package dev.perennial.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The calendar and {@link WallCalendar} agree about every day of random stretches of time. */
class CalendarAgreementTest {

  private static final long SEED = 20261123;

  @Test
  void bothAgreeOnEveryDayOfTwoHundredYears() {
    assertThat(daysCompared(SEED, 40, 200, 3)).isGreaterThan(2_900_000);
  }

  @Test
  void bothAgreeFarFromTheAnchor() {
    assertThat(daysCompared(SEED + 1_000_000, 60, 40, 7_000)).isGreaterThan(850_000);
  }

  @Tag("large")
  @Test
  void bothAgreeOnEveryDayOfTwoHundredYearsInAThousandCalendars() {
    assertThat(daysCompared(SEED + 2_000_000, 1_000, 200, 3)).isGreaterThan(70_000_000);
  }

  @Tag("large")
  @Test
  void bothAgreeFarFromTheAnchorInThreeThousandCalendars() {
    assertThat(daysCompared(SEED + 3_000_000, 3_000, 40, 7_000)).isGreaterThan(43_000_000);
  }

  private static long daysCompared(long seed, int calendars, int years, int farthest) {
    long days = 0;
    for (int i = 0; i < calendars; i++) {
      days += new Comparison(seed + i, years, farthest).run();
    }
    return days;
  }
}
