package dev.perennial.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  private static final long SEED = 20261128;

  @ParameterizedTest
  @CsvSource({
    "22:00, 07:00, 21:59, false",
    "22:00, 07:00, 22:00, true",
    "22:00, 07:00, 00:00, true",
    "22:00, 07:00, 06:59, true",
    "22:00, 07:00, 07:00, false",
    "12:00, 14:00, 11:59, false",
    "12:00, 14:00, 12:00, true",
    "12:00, 14:00, 14:00, false",
    "12:00, 00:00, 23:59, true",
    "12:00, 00:00, 00:00, false"
  })
  void theirFirstTimeIsQuietAndTheirLastIsNot(
      LocalTime from, LocalTime to, LocalTime time, boolean quiet) {
    assertThat(new QuietHours(from, to).cover(time)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @CsvSource({
    // Not quiet: the moment itself.
    "22:00, 07:00, 2025-03-10T12:00:00Z, 2025-03-10T12:00:00Z",
    // Into the next day, and from within it.
    "22:00, 07:00, 2025-03-10T22:00:00Z, 2025-03-11T06:00:00Z",
    "22:00, 07:00, 2025-03-11T05:59:59.5Z, 2025-03-11T06:00:00Z",
    // On 30 March 2025 clocks in Vienna jump from 2:00 to 3:00, at 1:00 UTC.
    "22:00, 07:00, 2025-03-29T23:00:00Z, 2025-03-30T05:00:00Z",
    "22:00, 02:30, 2025-03-29T23:00:00Z, 2025-03-30T01:00:00Z",
    "22:00, 03:30, 2025-03-29T23:00:00Z, 2025-03-30T01:30:00Z",
    // On 26 October 2025 they jump from 3:00 back to 2:00, at 1:00 UTC: 2:15 comes twice.
    "22:00, 02:30, 2025-10-26T00:15:00Z, 2025-10-26T00:30:00Z",
    "22:00, 02:30, 2025-10-26T01:15:00Z, 2025-10-26T01:30:00Z",
    "22:00, 03:00, 2025-10-26T00:15:00Z, 2025-10-26T02:00:00Z",
    "02:30, 05:00, 2025-10-26T00:45:00Z, 2025-10-26T01:00:00Z"
  })
  void theyEndByTheClockOnTheWall(
      LocalTime from, LocalTime to, Instant moment, Instant firstBehind) {
    assertThat(new QuietHours(from, to).firstBehind(moment, ZoneId.of("Europe/Vienna")))
        .isEqualTo(firstBehind);
  }

  @Test
  void theEndIsWhatGoingOnMinuteByMinuteFinds() {
    Random random = new Random(SEED);
    String[] zones = {"Europe/Vienna", "America/Havana", "Australia/Lord_Howe", "Asia/Gaza", "UTC"};
    for (int number = 0; number < 3_000; number++) {
      LocalTime from = LocalTime.MIN.plusMinutes(15L * random.nextInt(96));
      QuietHours hours = new QuietHours(from, from.plusMinutes(15L * random.nextInt(1, 96)));
      ZoneId zone = ZoneId.of(zones[random.nextInt(zones.length)]);
      Instant moment =
          Instant.parse("2025-01-01T00:00:00Z")
              .plus(Duration.ofMinutes(random.nextInt(366 * 24 * 60)));
      if (random.nextBoolean()) {
        // Close to a jump, if the zone has any.
        var jump = zone.getRules().nextTransition(moment);
        moment =
            jump == null
                ? moment
                : jump.getInstant().minus(random.nextInt(-120, 120), ChronoUnit.MINUTES);
      }

      Instant walked = moment;
      while (hours.cover(walked.atZone(zone).toLocalTime())) {
        walked = walked.plus(1, ChronoUnit.MINUTES);
      }

      assertThat(hours.firstBehind(moment, zone))
          .as("Seed %d, case %d: %s from %s in %s", SEED, number, hours, moment, zone)
          .isEqualTo(walked);
    }
  }
}
