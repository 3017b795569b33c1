package dev.perennial.notifier.dispatch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are worked off.
 *
 * @param lease how long a claim is trusted without a report, 60 s by default: longer than any mail
 *     takes. After it the delivery is UNKNOWN.
 * @param pollInterval how often due rows, expired leases and unpublished rows are looked for when
 *     nobody rings; 1 s by default
 * @param workers deliveries under way at once, 1-64, 4 by default
 * @param maxAttempts claims before a delivery that could not be sent is FAILED, 10 by default
 * @param backoff before the second attempt, doubled for each further one; 5 s by default
 * @param maxBackoff the longest pause between attempts, 15 min by default
 * @param stopTimeout how long a stopping service waits for mails under way, 15 s by default
 */
@ConfigurationProperties("perennial.notifier")
public record DispatchProperties(
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("4") int workers,
    @DefaultValue("10") int maxAttempts,
    @DefaultValue("5s") Duration backoff,
    @DefaultValue("15m") Duration maxBackoff,
    @DefaultValue("15s") Duration stopTimeout) {

  private static final int MOST_WORKERS = 64;

  /**
   * @throws IllegalArgumentException naming the property that is wrong
   */
  public DispatchProperties {
    positive(lease, "lease");
    positive(pollInterval, "poll-interval");
    positive(backoff, "backoff");
    positive(maxBackoff, "max-backoff");
    positive(stopTimeout, "stop-timeout");
    require(workers >= 1 && workers <= MOST_WORKERS, "workers: 1 to 64");
    require(maxAttempts >= 1, "max-attempts: at least 1");
  }

  private static void positive(Duration duration, String property) {
    require(!duration.isNegative() && !duration.isZero(), property + ": more than nothing");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException("perennial.notifier." + what);
    }
  }

  /**
   * The pause after a failed attempt.
   *
   * @param attempt the one that failed, from 1
   */
  Duration pauseAfter(int attempt) {
    var doublings = Math.min(attempt - 1, 30);
    var pause = backoff.multipliedBy(1L << doublings);
    return pause.compareTo(maxBackoff) < 0 ? pause : maxBackoff;
  }
}
