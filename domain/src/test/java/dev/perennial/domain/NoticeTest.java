package dev.perennial.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

  @ParameterizedTest(name = "{0} {1} before {2} is {3}")
  @CsvSource({
    "3, MONTH, 2026-05-31, 2026-02-28",
    "3, MONTH, 2028-05-31, 2028-02-29",
    "1, MONTH, 2026-03-30, 2026-02-28",
    "30, DAY, 2026-03-01, 2026-01-30",
    "2, WEEK, 2026-03-08, 2026-02-22",
    "1, YEAR, 2028-02-29, 2027-02-28",
    "1, DAY, 2026-01-01, 2025-12-31",
  })
  void itIsCountedBackFromTheRenewal(int every, PeriodUnit unit, LocalDate renewal, LocalDate by) {
    assertThat(new Notice(every, unit).cancelBy(renewal)).isEqualTo(by);
  }

  @Test
  void itEndsBeforeTheRenewalAndNoLaterRenewalHasAnEarlierDay() {
    for (long seed = 1; seed <= 20_000; seed++) {
      Random random = new Random(seed);
      PeriodUnit unit = PeriodUnit.values()[random.nextInt(4)];
      Notice notice = new Notice(1 + random.nextInt(Notice.MAX_EVERY), unit);
      LocalDate renewal = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(84_000));
      LocalDate cancelBy = notice.cancelBy(renewal);

      assertThat(cancelBy).as("seed %d: %s of %s", seed, notice, renewal).isBefore(renewal);
      assertThat(notice.cancelBy(renewal.plusDays(1)))
          .as("seed %d: %s of the day after %s", seed, notice, renewal)
          .isAfterOrEqualTo(cancelBy);
    }
  }

  @Test
  void itHasALength() {
    assertThat(new Notice(1_000, PeriodUnit.DAY).every()).isEqualTo(Notice.MAX_EVERY);
    assertThatThrownBy(() -> new Notice(0, PeriodUnit.MONTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Notice(1_001, PeriodUnit.MONTH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDayThatDoesNotExistIsAnErrorAndNeverAWrongDay() {
    Notice year = new Notice(1, PeriodUnit.YEAR);

    assertThatThrownBy(() -> year.cancelBy(LocalDate.MIN)).isInstanceOf(DateTimeException.class);
  }
}
