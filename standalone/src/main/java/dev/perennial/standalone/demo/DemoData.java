package dev.perennial.standalone.demo;

import dev.perennial.standalone.platform.PrivateFile;
import dev.perennial.standalone.sample.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** The demo's data folder, and the sample that belongs to it. */
record DemoData(Path folder) {
  private static final String SAMPLE = "sample";
  private static final String MARK = ".perennial-demo";

  /**
   * Empties the folder.
   *
   * @throws IllegalArgumentException where it is not the demo's own: what was never ours is not
   *     ours to delete
   */
  void wipe() {
    if (!Files.exists(folder)) {
      return;
    }
    try {
      if (!Files.exists(folder.resolve(MARK)) && !isEmpty()) {
        throw new IllegalArgumentException(folder + " is no data folder of the demo");
      }
      for (Path each : deepestFirst()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot empty " + folder, e);
    }
  }

  /** Makes the folder where it is missing, for its owner alone. */
  DemoData prepare() {
    PrivateFile.write(folder.resolve(MARK), "");
    return this;
  }

  /** The sample of the first start here, dated from that moment; later starts get the same. */
  Sample sample(long seed, Clock clock) {
    Path file = folder.resolve(SAMPLE);
    String kept =
        PrivateFile.read(file)
            .orElseGet(
                () -> {
                  Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                  String line = seed + " " + at;
                  PrivateFile.write(file, line);
                  return line;
                });
    String[] words = kept.strip().split(" ");
    return Sample.generate(Long.parseLong(words[0]), Instant.parse(words[1]));
  }

  private boolean isEmpty() throws IOException {
    try (var all = Files.list(folder)) {
      return all.findAny().isEmpty();
    }
  }

  private List<Path> deepestFirst() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
