package dev.perennial.benchmarks;

import dev.perennial.processor.topology.PipelineMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Sees what the pipeline counts; whatever was not folded would make a figure worthless. */
final class Probe implements PipelineMetrics {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Stretch stretch;
  private final BlockingQueue<Pass> passes = new LinkedBlockingQueue<>();
  private volatile long passBegan;
  private volatile CpuTime cpuBefore = CpuTime.none();

  Probe(Stretch stretch) {
    this.stretch = stretch;
  }

  @Override
  public void event(EventOutcome outcome) {
    if (outcome == EventOutcome.DEAD_LETTERED) {
      throw new IllegalStateException("The load has an event that is not folded");
    }
    stretch.one();
  }

  @Override
  public void done(Instant time, Instant appendTime, Instant receivedAt) {
    // The stretch counts for itself.
  }

  @Override
  public void pass(int partition, Duration took, Duration lag) {
    // The passes are timed for themselves: this clock stops before the pass is forwarded whole.
  }

  @Override
  public void tick(int partition, TickOutcome outcome, Instant appendTime) {
    if (outcome != TickOutcome.ACCEPTED) {
      throw new IllegalStateException("A tick was not accepted: " + outcome);
    }
    begin();
  }

  /** Called when all that was due was derived and forwarded; stores and producer have it. */
  @Override
  public void backlog(int partition, int entries) {
    double cpu = CpuTime.now().since(cpuBefore).thread() / 1e6;
    passes.add(new Pass((System.nanoTime() - passBegan) / 1e6, cpu, entries));
    // A pass that goes on has no tick of its own.
    begin();
  }

  private void begin() {
    cpuBefore = CpuTime.now();
    passBegan = System.nanoTime();
  }

  @Override
  public void derivationFailed() {
    throw new IllegalStateException("A derivation failed");
  }

  /**
   * @param millis from the tick, or from the end of the pass before that asked for this one
   * @param cpuMillis of them, the processor's time of the thread
   * @param left entries that were due and are left for another pass
   */
  record Pass(double millis, double cpuMillis, int left) {}

  /** Waits for the next pass that ends. */
  Pass nextPass() throws InterruptedException {
    Pass pass = passes.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (pass == null) {
      throw new IllegalStateException("No pass ended in " + PATIENCE);
    }
    return pass;
  }
}
