package dev.perennial.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The redis-server that the embedded-redis artifact carries, unpacked beside its data. */
final class RedisBinary {
  private static final Map<String, String> BY_PLATFORM =
      Map.of(
          "linux-amd64", "redis-server-6.2.6-v5-linux-amd64",
          "linux-aarch64", "redis-server-6.2.7-linux-arm64",
          "mac-x86_64", "redis-server-6.2.6-v5-darwin-amd64",
          "mac-aarch64", "redis-server-6.2.6-v5-darwin-arm64");

  private RedisBinary() {}

  static Path in(Path folder) {
    var name = nameFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    var target = folder.resolve(name);
    if (!Files.isExecutable(target)) {
      unpack(name, target);
    }
    return target;
  }

  static String nameFor(String os, String architecture) {
    var family = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "mac" : "linux";
    var name = BY_PLATFORM.get(family + "-" + architecture);
    if (name == null) {
      var why = "there is no redis-server for " + os + " on " + architecture;
      throw new StartupFailure("redis", why, List.of());
    }
    return name;
  }

  private static void unpack(String name, Path target) {
    try (var stream = RedisBinary.class.getResourceAsStream("/" + name)) {
      var temporary = Files.createTempFile(target.getParent(), "redis", ".new");
      Files.copy(
          Objects.requireNonNull(stream, name), temporary, StandardCopyOption.REPLACE_EXISTING);
      if (!temporary.toFile().setExecutable(true)) {
        throw new IOException("cannot make " + temporary + " executable");
      }
      Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StartupFailure("redis", "cannot unpack it to " + target, List.of(), e);
    }
  }
}
