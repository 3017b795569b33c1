package dev.perennial.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalMomentsTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void aTimeInsideAGapMovesForward() {
    assertThat(LocalMoments.at(LocalDate.parse("2007-03-11"), LocalTime.of(2, 30), NEW_YORK))
        .isEqualTo(Instant.parse("2007-03-11T07:30:00Z"));
  }

  @Test
  void aTimeInsideAnOverlapIsTheFirstOne() {
    assertThat(LocalMoments.at(LocalDate.parse("2007-11-04"), LocalTime.of(1, 30), NEW_YORK))
        .isEqualTo(Instant.parse("2007-11-04T05:30:00Z"));
  }

  @Test
  void nineInTheMorningFollowsTheClocks() {
    LocalTime nine = LocalTime.of(9, 0);

    assertThat(LocalMoments.at(LocalDate.parse("2026-03-07"), nine, NEW_YORK))
        .isEqualTo(Instant.parse("2026-03-07T14:00:00Z"));
    assertThat(LocalMoments.at(LocalDate.parse("2026-03-08"), nine, NEW_YORK))
        .isEqualTo(Instant.parse("2026-03-08T13:00:00Z"));
  }

  @Test
  void aDayIsALocalOne() {
    Instant late = Instant.parse("2025-02-01T04:30:00Z");

    assertThat(LocalMoments.dayOf(late, NEW_YORK)).isEqualTo("2025-01-31");
    assertThat(LocalMoments.startOf(LocalDate.parse("2026-07-01"), ZoneId.of("Europe/Vienna")))
        .isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
  }
}
