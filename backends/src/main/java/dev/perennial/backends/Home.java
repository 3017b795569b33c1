package dev.perennial.backends;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Folders that belong to the checkout and to the user. */
final class Home {
  private Home() {}

  /** The checkout's root: system property {@code perennial.home}, else the working directory. */
  static Path checkout() {
    return Path.of(System.getProperty("perennial.home", ".")).toAbsolutePath().normalize();
  }

  /** What survives a fresh checkout. */
  static Path userCache() {
    return userCache(
        System.getenv(), System.getProperty("user.home", ""), System.getProperty("os.name", ""));
  }

  static Path userCache(Map<String, String> environment, String userHome, String os) {
    var configured = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!configured.isBlank()) {
      return Path.of(configured, "perennial");
    }
    return os.toLowerCase(Locale.ROOT).startsWith("mac")
        ? Path.of(userHome, "Library", "Caches", "perennial")
        : Path.of(userHome, ".cache", "perennial");
  }
}
