package dev.perennial.notifier.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats one step while it finds work, then rests until the bell rings or the interval is over. A
 * failing step (the database is away, say) is told and tried again; it never ends the loop.
 */
final class WorkLoop implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WorkLoop.class);

  private final String name;
  private final BooleanSupplier step;
  private final Bell bell;
  private final Duration interval;
  private volatile boolean stopping;

  WorkLoop(String name, BooleanSupplier step, Bell bell, Duration interval) {
    this.name = name;
    this.step = step;
    this.bell = bell;
    this.interval = interval;
  }

  void stop() {
    stopping = true;
    bell.ring();
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        var rings = bell.rings();
        if (!foundWork()) {
          bell.await(rings, interval);
        }
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean foundWork() {
    try {
      return step.getAsBoolean();
    } catch (RuntimeException failure) {
      LOG.atWarn()
          .addKeyValue("loop", name)
          .addKeyValue("failure", failure.getClass().getSimpleName())
          .log("A step failed and will be tried again");
      return false;
    }
  }
}
