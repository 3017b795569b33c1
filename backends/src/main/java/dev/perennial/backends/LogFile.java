package dev.perennial.backends;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A child's output. */
record LogFile(Path path) {
  private static final int TAIL_BYTES = 64 * 1024;

  /** An empty private file; what was there is kept as {@code .1}, for the story of the last run. */
  static LogFile fresh(Path path) {
    var file = path.toAbsolutePath();
    try {
      Files.createDirectories(file.getParent());
      if (Files.exists(file)) {
        Files.move(
            file,
            file.resolveSibling(file.getFileName() + ".1"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the log " + file, e);
    }
    PrivateFiles.write(file, "");
    return new LogFile(file);
  }

  List<String> last(int lines) {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of("(no log: " + e.getMessage() + ")");
    }
  }
}
