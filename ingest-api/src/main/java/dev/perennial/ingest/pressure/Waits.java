package dev.perennial.ingest.pressure;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits with an end, of very many threads. A timer for each costs more than all else that a request
 * does while it waits; here one thread looks at all who wait every now and then, and there is none
 * to look while nobody waits.
 */
public final class Waits {

  /** How late a wait may end. */
  private static final Duration LOOK = Duration.ofMillis(20);

  private static final Set<Wait> OPEN = ConcurrentHashMap.newKeySet();
  private static final Thread LOOKING =
      Thread.ofPlatform().daemon().name("ends-of-waits").start(Waits::look);
  private static volatile boolean parked;

  /** Equal to itself alone. */
  private static final class Wait {

    private final CompletableFuture<?> awaited;
    private final long deadline;

    private Wait(CompletableFuture<?> awaited, long deadline) {
      this.awaited = awaited;
      this.deadline = deadline;
    }
  }

  private Waits() {}

  /**
   * @param awaited fails with a {@link TimeoutException} where the wait ends without it
   * @param deadline by {@link System#nanoTime}; kept to a fiftieth of a second
   * @throws ExecutionException if it fails, be it for the deadline
   */
  public static <T> T await(CompletableFuture<T> awaited, long deadline)
      throws ExecutionException, InterruptedException {
    if (awaited.isDone()) {
      return awaited.get();
    }
    Wait wait = new Wait(awaited, deadline);
    OPEN.add(wait);
    try {
      if (parked) {
        LockSupport.unpark(LOOKING);
      }
      return awaited.get();
    } finally {
      OPEN.remove(wait);
    }
  }

  private static void look() {
    while (true) {
      parked = true;
      while (OPEN.isEmpty()) {
        LockSupport.park();
      }
      parked = false;
      LockSupport.parkNanos(LOOK.toNanos());
      long now = System.nanoTime();
      for (Wait wait : OPEN) {
        if (now - wait.deadline >= 0) {
          wait.awaited.completeExceptionally(new TimeoutException());
        }
      }
    }
  }
}
