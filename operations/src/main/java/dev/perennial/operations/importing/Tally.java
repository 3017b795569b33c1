package dev.perennial.operations.importing;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Counts lines by what became of them, and tells now and then. */
final class Tally {

  static final Duration EVERY = Duration.ofSeconds(2);

  private final Consumer<String> progress;
  private final long start = System.nanoTime();
  private long told = start;
  private long accepted;
  private long duplicate;
  private long rejected;
  private long last;

  /**
   * @param progress is told a line every two seconds
   * @param first the first line that counts
   */
  Tally(Consumer<String> progress, long first) {
    this.progress = progress;
    this.last = first - 1;
  }

  /**
   * @param line its number
   */
  void count(long line, AnswerLine.Outcome outcome) {
    switch (outcome) {
      case ACCEPTED -> accepted++;
      case DUPLICATE -> duplicate++;
      case REJECTED -> rejected++;
      case UNACKNOWLEDGED -> throw new IllegalArgumentException("Nothing became of it yet");
    }
    last = line;
    long now = System.nanoTime();
    if (now - told >= EVERY.toNanos()) {
      told = now;
      progress.accept(text());
    }
  }

  /** Tells at once: without it, whoever looks on sees nothing happen. */
  void tellOfWait(String why, Duration time) {
    told = System.nanoTime();
    progress.accept(
        "%s; goes on from line %d in %d s: %s".formatted(text(), next(), time.toSeconds(), why));
  }

  long answered() {
    return accepted + duplicate + rejected;
  }

  long rejected() {
    return rejected;
  }

  /** The line behind the last one that is answered. */
  long next() {
    return last + 1;
  }

  String text() {
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d events, %,.0f a second: accepted %,d, duplicate %,d, rejected %,d",
        answered(),
        answered() / seconds,
        accepted,
        duplicate,
        rejected);
  }
}
