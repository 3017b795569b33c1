package dev.perennial.dashboard.after;

import dev.perennial.dashboard.projection.Watermarks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Waits until the projections have caught up with an event.
 *
 * <p>A waiting read sleeps on its own virtual thread and looks at the watermarks ten times a
 * second. Between two looks it holds a place among the waiting and nothing else: no connection, no
 * cursor, no lock. So a reader that goes away costs one place until the wait is over.
 */
@Component
public class CatchUp {

  /** A tenth of the demo's tick, a hundredth of production's: sooner would seldom see more. */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Watermarks watermarks;
  private final MeterRegistry meters;
  private final Duration longest;
  private final Semaphore places;

  CatchUp(Watermarks watermarks, AfterSettings settings, MeterRegistry meters) {
    this.watermarks = watermarks;
    this.meters = meters;
    this.longest = settings.longestWait();
    this.places = new Semaphore(settings.mostWaiting());
    meters.gauge(
        "perennial.dashboard.after.waiting",
        places,
        free -> settings.mostWaiting() - free.availablePermits());
  }

  /**
   * Returns once each collection has applied the offsets, or once the time is over.
   *
   * @param offsets by partition
   * @return whether they are applied; also false, and at once, where too many wait already
   */
  public boolean await(Map<Integer, Long> offsets, List<String> collections) {
    if (watermarks.cover(offsets, collections)) {
      return told("at-once", true);
    }
    if (!places.tryAcquire()) {
      return told("refused", false);
    }
    try {
      boolean caughtUp = look(offsets, collections);
      return told(caughtUp ? "waited" : "too-late", caughtUp);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return told("too-late", false);
    } finally {
      places.release();
    }
  }

  /** Measured by the machine's steady time: a clock may be set, and stands still in tests. */
  private boolean look(Map<Integer, Long> offsets, List<String> collections)
      throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toNanos();
    while (left > 0) {
      TimeUnit.NANOSECONDS.sleep(Math.min(left, BETWEEN_LOOKS.toNanos()));
      if (watermarks.cover(offsets, collections)) {
        return true;
      }
      left = end - System.nanoTime();
    }
    return false;
  }

  private boolean told(String how, boolean caughtUp) {
    meters.counter("perennial.dashboard.after", "outcome", how).increment();
    return caughtUp;
  }
}
