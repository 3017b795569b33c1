package dev.perennial.standalone.sample;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the time of day at which alerts fire so that none fires while the sample is being looked
 * at: what is due at the sample's instant is due for the next hour.
 */
final class AlertTimes {

  private static final int DAY = 24 * 60;
  private static final int QUIET_BEFORE = 10;
  private static final int QUIET_AFTER = 60;
  private static final LocalTime DEFAULT = LocalTime.of(9, 0);

  private AlertTimes() {}

  /** HH:mm; null to leave the default, in half of the cases where the default will do. */
  static @Nullable String choose(Random random, ZoneId zone, Instant at) {
    LocalTime now = at.atZone(zone).toLocalTime();
    if (isFarFrom(now, DEFAULT) && random.nextBoolean()) {
      return null;
    }
    List<LocalTime> far = new ArrayList<>();
    for (int minute = 6 * 60; minute <= 22 * 60; minute += 30) {
      LocalTime time = LocalTime.of(minute / 60, minute % 60);
      if (isFarFrom(now, time)) {
        far.add(time);
      }
    }
    return far.get(random.nextInt(far.size())).toString();
  }

  /** Whether the local day ends within the time in which the sample is looked at. */
  static boolean dayTurnsSoon(ZoneId zone, Instant at) {
    return !isFarFrom(at.atZone(zone).toLocalTime(), LocalTime.MIDNIGHT);
  }

  private static boolean isFarFrom(LocalTime now, LocalTime time) {
    int ahead = Math.floorMod(minuteOf(time) - minuteOf(now), DAY);
    return ahead > QUIET_AFTER && ahead < DAY - QUIET_BEFORE;
  }

  private static int minuteOf(LocalTime time) {
    return time.getHour() * 60 + time.getMinute();
  }
}
