package dev.perennial.notifier.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/**
 * Runs the loops, each on a virtual thread of its own. Stopping waits for what is under way, so
 * that a rolling restart leaves no UNKNOWN deliveries behind.
 */
final class Workers implements SmartLifecycle {

  private final List<WorkLoop> loops;
  private final Duration stopTimeout;
  private final List<Thread> threads = new ArrayList<>();

  Workers(List<WorkLoop> loops, Duration stopTimeout) {
    this.loops = List.copyOf(loops);
    this.stopTimeout = stopTimeout;
  }

  @Override
  public synchronized void start() {
    loops.forEach(loop -> threads.add(Thread.ofVirtual().name("notifier-work").start(loop)));
  }

  @Override
  public synchronized void stop() {
    loops.forEach(WorkLoop::stop);
    var giveUpAt = System.nanoTime() + stopTimeout.toNanos();
    threads.forEach(thread -> join(thread, giveUpAt));
    threads.clear();
  }

  private static void join(Thread thread, long giveUpAt) {
    try {
      if (!thread.join(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())))) {
        thread.interrupt();
      }
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }
}
