package dev.perennial.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Times a stretch of events, from one number to another; what comes before is warm-up. */
final class Stretch {

  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final long from;
  private final long to;
  private final AtomicLong count = new AtomicLong();
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile long began;
  private volatile long ended;
  private volatile CpuTime cpuBefore = CpuTime.none();
  private volatile CpuTime cpu = CpuTime.none();

  Stretch(long from, long to) {
    this.from = from;
    this.to = to;
  }

  void one() {
    long number = count.incrementAndGet();
    if (number == from) {
      cpuBefore = CpuTime.now();
      began = System.nanoTime();
    } else if (number == to) {
      ended = System.nanoTime();
      cpu = CpuTime.now().since(cpuBefore);
      done.countDown();
    }
  }

  /** Waits for the end of the stretch. */
  Cost cost() throws InterruptedException {
    if (!done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Only %d of %d events came in %s".formatted(count.get(), to, PATIENCE));
    }
    double events = to - from;
    return new Cost(
        events * 1e9 / (ended - began), cpu.thread() / events / 1e3, cpu.process() / events / 1e3);
  }

  /**
   * What an event costs.
   *
   * @param perSecond events on the clock
   * @param threadMicros the processor's time of the thread, where there is but one
   * @param processMicros the processor's time of the process
   */
  record Cost(double perSecond, double threadMicros, double processMicros) {}
}
