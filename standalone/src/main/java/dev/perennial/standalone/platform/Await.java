package dev.perennial.standalone.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again and again whether something is so. */
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Await() {}

  /**
   * Returns when the condition holds.
   *
   * @param failure what to say where it does not hold in time; asked only then
   * @throws PlatformException with that text
   */
  static void until(Duration limit, BooleanSupplier condition, Supplier<String> failure) {
    if (!holds(limit, condition)) {
      throw new PlatformException(failure.get());
    }
  }

  /** Whether the condition came true in time; an interrupt ends the wait and is kept. */
  static boolean holds(Duration limit, BooleanSupplier condition) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0 || !pause(PAUSE)) {
        return false;
      }
    }
    return true;
  }

  /** False where the thread was interrupted; the interrupt is kept. */
  static boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
