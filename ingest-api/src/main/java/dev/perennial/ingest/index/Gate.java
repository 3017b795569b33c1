package dev.perennial.ingest.index;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Shut for a while after a failure; then one goes through to try, and the others follow it. */
final class Gate {

  private static final long OPEN = 0;

  private final AtomicLong shutUntil = new AtomicLong(OPEN);
  private final long pause;
  private final LongSupplier nanoTime;

  Gate(Duration pause, LongSupplier nanoTime) {
    this.pause = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  boolean isOpen() {
    return shutUntil.get() == OPEN;
  }

  /** Whether this one may go through, be it to try. */
  boolean permits() {
    long until = shutUntil.get();
    return until == OPEN
        || (nanoTime.getAsLong() - until >= 0 && shutUntil.compareAndSet(until, afterAPause()));
  }

  void open() {
    if (!isOpen()) {
      shutUntil.set(OPEN);
    }
  }

  void shut() {
    shutUntil.set(afterAPause());
  }

  private long afterAPause() {
    long until = nanoTime.getAsLong() + pause;
    return until == OPEN ? 1 : until;
  }
}
