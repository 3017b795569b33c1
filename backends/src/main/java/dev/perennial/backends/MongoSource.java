package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a MongoDB comes from. */
sealed interface MongoSource permits MongoGiven, MongodProcess, MongoContainer {
  String uri();

  Optional<GuardedProcess> process();

  void launch();

  void stop();

  /** The first that is possible, running. */
  static MongoSource start(Path dataDir, Optional<Integer> port, Progress progress) {
    var given = given();
    if (given != null) {
      progress.report("mongodb", "using the server named by " + MongoServer.URI_SETTING);
      return new MongoGiven(given);
    }
    try {
      var binary = MongodBinary.find(progress);
      return launch(port, MongoFolder.at(dataDir), progress, binary);
    } catch (MongodMissing missing) {
      if (!containersArePossible()) {
        throw missing.asFailure();
      }
      progress.report("mongodb", missing.getMessage() + ": starting a container");
      return launch(port, MongoFolder.at(dataDir), progress, null);
    }
  }

  private static MongoSource launch(
      Optional<Integer> wanted, MongoFolder folder, Progress progress, @Nullable Path binary) {
    progress.report("mongodb", "starting");
    return folder.start(
        wanted,
        port -> {
          MongoSource source =
              binary == null
                  ? new MongoContainer(folder, port)
                  : new MongodProcess(binary, folder, port);
          source.launch();
          return source;
        });
  }

  private static boolean containersArePossible() {
    try {
      return MongoContainer.isPossible();
    } catch (LinkageError withoutTestcontainers) {
      return false;
    }
  }

  private static @Nullable String given() {
    var property = System.getProperty(MongoServer.URI_SETTING);
    return property != null ? property : System.getenv(MongoServer.URI_SETTING);
  }
}
