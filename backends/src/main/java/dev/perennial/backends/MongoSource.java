package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a MongoDB comes from. */
sealed interface MongoSource permits MongoGiven, MongodProcess {
  String uri();

  Optional<GuardedProcess> process();

  void launch();

  void stop();

  static MongoSource find(Path dataDir, Optional<Integer> port, Progress progress) {
    var given = given();
    if (given != null) {
      progress.report("mongodb", "using the server named by " + MongoServer.URI_SETTING);
      return new MongoGiven(given);
    }
    return MongodProcess.start(
        MongodBinary.find(progress), PrivateFiles.folder(dataDir), port, progress);
  }

  private static @Nullable String given() {
    var property = System.getProperty(MongoServer.URI_SETTING);
    return property != null ? property : System.getenv(MongoServer.URI_SETTING);
  }
}
