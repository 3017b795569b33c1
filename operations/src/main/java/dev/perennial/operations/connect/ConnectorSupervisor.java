package dev.perennial.operations.connect;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Restarts connectors and tasks that have failed, later each time. Connect itself lets a failed
 * task lie, and a database that was away is reason enough for a task to fail.
 *
 * <p>It creates and configures nothing: a connector that is paused or missing stays so.
 */
public final class ConnectorSupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectorSupervisor.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** A restart counts as a success when nothing has failed for that long. */
  private static final Duration QUIET = Duration.ofMinutes(3);

  private final ConnectorAdmin connectors;
  private final Clock clock;
  private final Map<String, Attempts> attempts = new HashMap<>();
  private final ScheduledExecutorService schedule =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("connector-supervisor").factory());

  public ConnectorSupervisor(ConnectorAdmin connectors, Clock clock) {
    this.connectors = connectors;
    this.clock = clock;
  }

  private record Attempts(int count, Instant last) {

    boolean due(Instant now) {
      return !now.isBefore(last.plus(pause()));
    }

    private Duration pause() {
      Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, 10));
      return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
  }

  /** Looks at all connectors now, and then after each interval until closed. */
  public void start(Duration interval) {
    schedule.scheduleWithFixedDelay(
        this::checkQuietly, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Restarts what has failed and is due.
   *
   * @return the names of the connectors that were restarted
   */
  public synchronized List<String> check() {
    Instant now = clock.instant();
    attempts.values().removeIf(attempt -> attempt.last().plus(QUIET).isBefore(now));
    return connectors.status().stream()
        .filter(ConnectorStatus::failed)
        .filter(status -> isDue(status.name(), now))
        .map(status -> restart(status, now))
        .toList();
  }

  @Override
  public void close() {
    schedule.shutdownNow();
  }

  private boolean isDue(String connector, Instant now) {
    Attempts earlier = attempts.get(connector);
    return earlier == null || earlier.due(now);
  }

  private String restart(ConnectorStatus status, Instant now) {
    int count = attempts.getOrDefault(status.name(), new Attempts(0, now)).count() + 1;
    attempts.put(status.name(), new Attempts(count, now));
    LOG.warn("Restarting for the {}. time: {}", count, status.text());
    connectors.restartFailed(status.name());
    return status.name();
  }

  private void checkQuietly() {
    try {
      check();
    } catch (RuntimeException e) {
      // An exception would end the schedule; the worker may well be back at the next look.
      LOG.warn("The connectors could not be looked at: {}", e.getMessage());
    }
  }
}
