package dev.perennial.systemtests;

import dev.perennial.standalone.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks the dashboard one question after another, and keeps what was wrong with the answers. */
final class SteadyReader implements AutoCloseable {

  /** As far as the sinks of two epochs may be apart on a busy machine, in ticks of a second. */
  private static final Duration APART = Duration.ofSeconds(10);

  private final DashboardApi api;
  private final String subscriber;
  private final AtomicBoolean enough = new AtomicBoolean();
  private final CompletableFuture<List<String>> reading;
  private volatile int answers;

  SteadyReader(Platform platform) {
    this.api = new DashboardApi(platform);
    this.subscriber = api.firstSubscriber();
    this.reading = CompletableFuture.supplyAsync(this::read);
  }

  private List<String> read() {
    List<String> wrong = new ArrayList<>();
    Instant last = Instant.EPOCH;
    while (!enough.get()) {
      try {
        Instant asOf = api.asOf(subscriber);
        if (asOf.isBefore(last.minus(APART))) {
          wrong.add("asOf fell from " + last + " to " + asOf);
        }
        last = asOf.isAfter(last) ? asOf : last;
        answers++;
      } catch (RuntimeException | AssertionError noAnswer) {
        wrong.add(noAnswer.toString());
      }
    }
    return wrong;
  }

  int answers() {
    return answers;
  }

  /** Reads no more; what was wrong. */
  List<String> stop() {
    enough.set(true);
    return reading.join();
  }

  @Override
  public void close() {
    enough.set(true);
  }
}
