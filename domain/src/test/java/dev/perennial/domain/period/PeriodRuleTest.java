package dev.perennial.domain.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of docs/periods.md, and that periods lie side by side. */
class PeriodRuleTest {

  private static final LocalDate DAY = LocalDate.parse("2026-01-20");
  private static final PeriodRule FROM_THE_15TH = new PeriodRule.Monthly(15);
  private static final PeriodRule FOUR_WEEKS =
      new PeriodRule.Weekly(4, LocalDate.parse("2026-01-05"));

  @Test
  void aPeriodIsNamedByItsRule() {
    assertThat(name(PeriodRule.CALENDAR_MONTHS)).isEqualTo("2026-01");
    assertThat(name(FROM_THE_15TH)).isEqualTo("2026-01-15/P1M");
    assertThat(name(FOUR_WEEKS)).isEqualTo("2026-01-05/P4W");
  }

  @Test
  void itHoldsItsDays() {
    assertThat(FROM_THE_15TH.of(LocalDate.parse("2026-03-14")))
        .isEqualTo(period("2026-02-15", "2026-03-15"));
    assertThat(FROM_THE_15TH.of(LocalDate.parse("2026-03-15")).lastDay()).isEqualTo("2026-04-14");
    assertThat(FOUR_WEEKS.of(LocalDate.parse("2026-01-04")))
        .isEqualTo(period("2025-12-08", "2026-01-05"));
    assertThat(FOUR_WEEKS.before(FOUR_WEEKS.of(DAY))).isEqualTo(period("2025-12-08", "2026-01-05"));
  }

  @Test
  void everyDayLiesInExactlyOne() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      PeriodRule rule =
          random.nextBoolean()
              ? new PeriodRule.Monthly(1 + random.nextInt(PeriodRule.Monthly.LAST_DAY))
              : new PeriodRule.Weekly(
                  1 + random.nextInt(PeriodRule.Weekly.MOST_WEEKS),
                  DAY.plusDays(random.nextInt(4_000) - 2_000));
      Period period = rule.of(DAY.plusDays(random.nextInt(4_000) - 2_000));

      assertThat(period.from().datesUntil(period.until()))
          .as("seed %d: %s", seed, rule)
          .allSatisfy(day -> assertThat(rule.of(day)).isEqualTo(period));
      assertThat(rule.before(period).until()).as("seed %d", seed).isEqualTo(period.from());
      assertThat(rule.of(period.until()).from()).as("seed %d", seed).isEqualTo(period.until());
    }
  }

  @Test
  void whatCannotBeIsRefused() {
    for (int dayOfMonth : List.of(0, 29)) {
      assertThatThrownBy(() -> new PeriodRule.Monthly(dayOfMonth)).hasMessageContaining("1 to 28");
    }
    for (int weeks : List.of(0, 53)) {
      assertThatThrownBy(() -> new PeriodRule.Weekly(weeks, DAY)).hasMessageContaining("1 to 52");
    }
    assertThatThrownBy(() -> new Period(DAY, DAY)).hasMessageContaining("does not end");
  }

  private static String name(PeriodRule rule) {
    return rule.nameOf(rule.of(DAY));
  }

  private static Period period(String from, String until) {
    return new Period(LocalDate.parse(from), LocalDate.parse(until));
  }
}
