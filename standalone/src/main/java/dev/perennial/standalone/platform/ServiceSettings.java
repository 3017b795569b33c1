package dev.perennial.standalone.platform;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The Spring properties that each service needs here. */
record ServiceSettings(
    String kafka,
    String mongodb,
    String redis,
    int mailPort,
    URI mailApi,
    Path dataDir,
    PlatformOptions options) {

  private static final int KEY_BYTES = 32;

  Map<String, String> of(Service service) {
    Map<String, String> settings = new HashMap<>(shared());
    settings.putAll(
        switch (service) {
          case INGEST_API -> Map.of();
          case STREAM_PROCESSOR -> processor();
          case NOTIFIER -> notifier();
          case DASHBOARD -> Map.of("perennial.dashboard.mail-api", mailApi.toString());
        });
    return settings;
  }

  private Map<String, String> shared() {
    return Map.of(
        "perennial.kafka.bootstrap-servers", kafka,
        "perennial.mongodb.uri", mongodb,
        "perennial.redis.uri", redis,
        "perennial.epoch", Integer.toString(options.epoch()),
        "perennial.environment", "development");
  }

  private Map<String, String> processor() {
    return Map.of(
        "perennial.processor.state-folder",
        processorFolder(dataDir, options.epoch()).resolve("state").toString(),
        "perennial.processor.erasure-key",
        secret("erasure-key"),
        "perennial.processor.tick-interval",
        options.tickInterval().toMillis() + "ms",
        "perennial.processor.ticker-enabled",
        "false");
  }

  /** Where an epoch's processor has its state and its log. */
  static Path processorFolder(Path dataDir, int epoch) {
    String module = Service.STREAM_PROCESSOR.module();
    return dataDir.resolve(epoch == 1 ? module : module + "-e" + epoch);
  }

  private Map<String, String> notifier() {
    return Map.of(
        "perennial.notifier.mail.host",
        "127.0.0.1",
        "perennial.notifier.mail.port",
        Integer.toString(mailPort),
        "perennial.notifier.mail.from",
        "reminders@perennial.example",
        "perennial.notifier.encryption-key",
        secret("encryption-key"));
  }

  /**
   * Stays with the data folder: without it the destinations in it could not be read, and what was
   * erased could come back.
   */
  private String secret(String name) {
    Path file = dataDir.resolve("secrets").resolve(name);
    return PrivateFile.read(file)
        .map(String::strip)
        .orElseGet(
            () -> {
              byte[] bytes = new byte[KEY_BYTES];
              new SecureRandom().nextBytes(bytes);
              String text = Base64.getEncoder().encodeToString(bytes);
              PrivateFile.write(file, text);
              return text;
            });
  }
}
