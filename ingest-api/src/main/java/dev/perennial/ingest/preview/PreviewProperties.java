package dev.perennial.ingest.preview;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much previews may take. They are all computing, so a few at once are enough for the machine.
 *
 * @param atOnce how many are made at once; one more is 503 busy; 2 by default
 * @param timeLimit after which one is given up, between two subscriptions; 100 ms to 1 min, 20 s by
 *     default
 * @param mostLines occurrences and alerts in one answer; 100,000 by default
 */
@Validated
@ConfigurationProperties("perennial.ingest.preview")
record PreviewProperties(
    @DefaultValue("2") @Min(1) @Max(100) int atOnce,
    @DefaultValue("20s") Duration timeLimit,
    @DefaultValue("100000") @Min(1) @Max(1_000_000) int mostLines) {

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  PreviewProperties {
    if (timeLimit.compareTo(SHORTEST) < 0 || timeLimit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.preview.time-limit must be 100ms to 1m, not " + timeLimit);
    }
  }
}
