package dev.perennial.standalone.platform;

import java.nio.file.Path;

/** One of our services, run from its production jar. */
public enum Service {
  INGEST_API("ingest-api", 256),
  STREAM_PROCESSOR("stream-processor", 384),
  NOTIFIER("notifier", 256),
  DASHBOARD("dashboard", 256);

  private static final String JAR = "%s-0.1.0-SNAPSHOT-exec.jar";

  private final String module;
  private final int heapMegabytes;

  Service(String module, int heapMegabytes) {
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  /** The room's folder, and the name shown for the process. */
  public String module() {
    return module;
  }

  /** The largest heap, in MiB: modest, since all of them share one machine. */
  int heapMegabytes() {
    return heapMegabytes;
  }

  /** The jar that Maven built, which may be missing. */
  public Path jar(Path home) {
    return home.resolve(module).resolve("target").resolve(JAR.formatted(module));
  }
}
