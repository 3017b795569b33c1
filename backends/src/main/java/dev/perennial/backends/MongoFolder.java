package dev.perennial.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;

/** What a data folder of MongoDB holds: data, credentials, log and the port it last had. */
record MongoFolder(Path path) {
  private static final String PORT = "port";

  static MongoFolder at(Path path) {
    return new MongoFolder(PrivateFiles.folder(path));
  }

  Path data() {
    return PrivateFiles.folder(path.resolve("db"));
  }

  Path log() {
    return path.resolve("mongod.log");
  }

  /** Members of a set prove themselves with it; it may hold plain base 64 alone. */
  Path keyFile() {
    var file = path.resolve("key");
    if (!Files.exists(file)) {
      PrivateFiles.write(file, PrivateFiles.randomSecret().replace('-', '+').replace('_', '/'));
    }
    return file;
  }

  ReplicaSet replicaSetOn(int port) {
    return new ReplicaSet(port, "perennial", PrivateFiles.secret(path.resolve("password")));
  }

  /** Starts on the wanted port, else on the last one where it is free, else on any free one. */
  <T> T start(Optional<Integer> wanted, IntFunction<T> start) {
    IntFunction<T> remembering =
        port -> {
          var started = start.apply(port);
          PrivateFiles.write(path.resolve(PORT), Integer.toString(port));
          return started;
        };
    return wanted
        .or(this::lastPort)
        .map(remembering::apply)
        .orElseGet(() -> FreePorts.startOn(remembering));
  }

  private Optional<Integer> lastPort() {
    return Optional.of(path.resolve(PORT))
        .filter(Files::exists)
        .map(file -> Integer.valueOf(PrivateFiles.read(file)))
        .filter(FreePorts::isFree);
  }
}
