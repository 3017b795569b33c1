package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was posted on a data folder and answered, so that a second start posts only the rest. A line
 * an answer: {@code digest posted accepted code=count code=count}.
 */
final class LoadJournal {
  private final Path file;
  private final Map<String, LoadReport> answered = new HashMap<>();

  LoadJournal(Path file) {
    this.file = file;
    PrivateFile.read(file).ifPresent(text -> text.lines().forEach(this::parse));
  }

  /** That of a data folder. */
  static LoadJournal in(Path dataDir) {
    return new LoadJournal(dataDir.resolve("loaded"));
  }

  /** What was answered to the same content before. */
  synchronized Optional<LoadReport> find(String content) {
    return Optional.ofNullable(answered.get(digest(content)));
  }

  /** Notes an answer, unless it was not the one that was expected: that is to be tried again. */
  synchronized LoadReport note(String content, LoadReport report) {
    if (report.surprises().isEmpty()) {
      append(digest(content), report);
    }
    return report;
  }

  private void append(String digest, LoadReport report) {
    StringBuilder line = new StringBuilder(digest);
    line.append(' ').append(report.posted()).append(' ').append(report.accepted());
    report.refused().forEach((code, count) -> line.append(' ' + code + '=' + count));
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, "");
      }
      Files.writeString(file, line.append('\n'), StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    answered.put(digest, report);
  }

  private void parse(String line) {
    List<String> words = List.of(line.split(" "));
    if (words.size() < 3) {
      return; // The last line of a run that was killed: its content is posted again.
    }
    Map<String, Integer> refused = new HashMap<>();
    for (String word : words.subList(3, words.size())) {
      int equals = word.indexOf('=');
      refused.put(word.substring(0, equals), Integer.parseInt(word.substring(equals + 1)));
    }
    LoadReport report =
        new LoadReport(
            Integer.parseInt(words.get(1)),
            Integer.parseInt(words.get(2)),
            refused,
            0,
            List.of(),
            List.of(),
            Duration.ZERO);
    answered.put(words.get(0), report);
  }

  private static String digest(String content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
