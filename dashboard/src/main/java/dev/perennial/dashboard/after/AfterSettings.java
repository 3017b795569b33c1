package dev.perennial.dashboard.after;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long, and how many, reads wait for what their readers wrote.
 *
 * @param longestWait the longest that a read waits before it answers with what is there; 0 to 10 s
 * @param mostWaiting how many reads wait at once; one more answers at once; 1 to 10,000
 */
@ConfigurationProperties("perennial.dashboard.after")
record AfterSettings(
    @DefaultValue("2s") Duration longestWait, @DefaultValue("200") int mostWaiting) {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int LIMIT = 10_000;

  AfterSettings {
    if (longestWait.isNegative() || longestWait.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "perennial.dashboard.after.longest-wait must be 0s to 10s, not " + longestWait);
    }
    if (mostWaiting < 1 || mostWaiting > LIMIT) {
      throw new IllegalArgumentException(
          "perennial.dashboard.after.most-waiting must be 1 to 10000, not " + mostWaiting);
    }
  }
}
