package dev.perennial.ingest.outcome;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long, and how many, questions of what became of an event take.
 *
 * @param readTimeout the longest that one access to MongoDB may take; 100 ms to 30 s, 3 s by
 *     default
 * @param longestWait the longest that a read with Perennial-After waits; 0 to 10 s, 2 s by default
 * @param mostWaiting how many of them wait at once, one more is answered at once; 200 by default
 */
@Validated
@ConfigurationProperties("perennial.ingest.outcome")
record OutcomeProperties(
    @DefaultValue("3s") Duration readTimeout,
    @DefaultValue("2s") Duration longestWait,
    @DefaultValue("200") @Min(1) @Max(10_000) int mostWaiting) {

  private static final Duration SHORTEST_READ = Duration.ofMillis(100);
  private static final Duration LONGEST_READ = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  OutcomeProperties {
    if (readTimeout.compareTo(SHORTEST_READ) < 0 || readTimeout.compareTo(LONGEST_READ) > 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.outcome.read-timeout must be 100ms to 30s, not " + readTimeout);
    }
    if (longestWait.isNegative() || longestWait.compareTo(LONGEST_WAIT) > 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.outcome.longest-wait must be 0s to 10s, not " + longestWait);
    }
  }
}
