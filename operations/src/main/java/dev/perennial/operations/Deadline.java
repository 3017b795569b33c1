package dev.perennial.operations;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that another process does. */
public final class Deadline {

  private static final long PAUSE_MS = 100;

  private Deadline() {}

  /** Whether the condition came true within that time; it is looked at ten times a second. */
  public static boolean await(Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationException("Interrupted", e);
    }
  }
}
