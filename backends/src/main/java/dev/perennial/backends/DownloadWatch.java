package dev.perennial.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Tells how far a download is from the size of what lies in its folder. */
final class DownloadWatch {
  private static final double MEGABYTE = 1_000_000.0;
  private static final long REPORT_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final Path folder;
  private final long expectedBytes;
  private final Progress progress;
  private final long startedAt = System.nanoTime();
  private long reportedAt = startedAt;

  DownloadWatch(Path folder, long expectedBytes, Progress progress) {
    this.folder = folder;
    this.expectedBytes = expectedBytes;
    this.progress = progress;
  }

  /** Reports about twice a second until the download has ended, at most ten minutes. */
  void until(BooleanSupplier ended) {
    Waiting.until(
        Duration.ofMinutes(10),
        () -> {
          reportNowAndThen();
          return ended.getAsBoolean();
        });
  }

  private void reportNowAndThen() {
    long now = System.nanoTime();
    if (now - reportedAt >= REPORT_EVERY_NANOS) {
      reportedAt = now;
      progress.report("mongodb", line(bytesSoFar(), expectedBytes, now - startedAt));
    }
  }

  /** For example {@code fetched 12.0 of 42.2 MB, about 5 s left}. */
  static String line(long bytes, long expected, long nanos) {
    long known = Math.min(bytes, expected);
    var done =
        String.format(
            Locale.ROOT, "fetched %.1f of %.1f MB", known / MEGABYTE, expected / MEGABYTE);
    // The first bytes say more about pip's own start than about the network.
    if (known < MEGABYTE) {
      return done;
    }
    double secondsLeft = (double) nanos / known * (expected - known) / 1e9;
    return done + String.format(Locale.ROOT, ", about %.0f s left", Math.ceil(secondsLeft));
  }

  /** The biggest file alone: pip holds the same bytes twice for a moment. */
  private long bytesSoFar() {
    try (var files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).max().orElse(0);
    } catch (IOException | UncheckedIOException vanishing) {
      return 0;
    }
  }
}
