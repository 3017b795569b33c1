package dev.perennial.ingest.stopping;

import dev.perennial.starter.PerennialProperties.Environment;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the service goes away.
 *
 * @param drainWait how long it still takes requests after it has become unready, so that whoever
 *     sends them here hears of it; 5 s by default, in development not at all
 */
@ConfigurationProperties("perennial.ingest")
public record DrainProperties(@Nullable Duration drainWait) {

  private static final Duration IN_PRODUCTION = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  public DrainProperties {
    if (drainWait != null && (drainWait.isNegative() || drainWait.compareTo(LONGEST) > 0)) {
      throw new IllegalArgumentException("perennial.ingest.drain-wait must be 0 to 5 minutes");
    }
  }

  Duration drainWait(Environment environment) {
    if (drainWait != null) {
      return drainWait;
    }
    return environment == Environment.PRODUCTION ? IN_PRODUCTION : Duration.ZERO;
  }
}
