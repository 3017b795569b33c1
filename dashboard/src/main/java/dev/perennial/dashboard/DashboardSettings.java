package dev.perennial.dashboard;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets about the dashboard alone.
 *
 * @param readTimeout the longest that one read of MongoDB may take, finding a server included; 100
 *     ms to 30 s
 * @param mailApi where the development mail server lists its messages; none: the mail page says so
 * @param reportsPerMinute how many errors of pages are logged in a minute before the rest are
 *     refused; 1 to 10,000
 */
@ConfigurationProperties("perennial.dashboard")
public record DashboardSettings(
    @DefaultValue("5s") Duration readTimeout,
    @Nullable URI mailApi,
    @DefaultValue("120") int reportsPerMinute) {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_REPORTS = 10_000;

  public DashboardSettings {
    if (readTimeout.compareTo(SHORTEST) < 0 || readTimeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "perennial.dashboard.read-timeout must be 100ms to 30s, not " + readTimeout);
    }
    if (reportsPerMinute < 1 || reportsPerMinute > MOST_REPORTS) {
      throw new IllegalArgumentException(
          "perennial.dashboard.reports-per-minute must be 1 to 10000, not " + reportsPerMinute);
    }
  }
}
