package dev.perennial.ingest.reconciliation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much reconciliations may take.
 *
 * @param readTimeout the longest that reading a day may take; 1 s to 5 min, 60 s by default
 * @param atOnce how many are made at once; one more is 503 busy; 4 by default
 * @param margin how long after a day's end its last events may still reach the broker: longer than
 *     any request, with the clocks of ingest and broker apart; 0 to 6 h, 15 min by default
 */
@Validated
@ConfigurationProperties("perennial.ingest.reconciliation")
record ReconciliationProperties(
    @DefaultValue("60s") Duration readTimeout,
    @DefaultValue("4") @Min(1) @Max(100) int atOnce,
    @DefaultValue("15m") Duration margin) {

  private static final Duration SHORTEST_READ = Duration.ofSeconds(1);
  private static final Duration LONGEST_READ = Duration.ofMinutes(5);
  private static final Duration LONGEST_MARGIN = Duration.ofHours(6);

  ReconciliationProperties {
    if (readTimeout.compareTo(SHORTEST_READ) < 0 || readTimeout.compareTo(LONGEST_READ) > 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.reconciliation.read-timeout must be 1s to 5m, not " + readTimeout);
    }
    if (margin.isNegative() || margin.compareTo(LONGEST_MARGIN) > 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.reconciliation.margin must be 0s to 6h, not " + margin);
    }
  }
}
