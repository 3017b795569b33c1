package dev.perennial.backends;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Finds a {@code mongod}, or fetches one; throws {@link MongodMissing}. */
final class MongodBinary {
  private MongodBinary() {}

  static Path find(Progress progress) {
    return onPath(System.getenv().getOrDefault("PATH", ""))
        .orElseGet(() -> MongodProvisioning.standard(progress).provide());
  }

  static Optional<Path> onPath(String path) {
    return Arrays.stream(path.split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mongod"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
