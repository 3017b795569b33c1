package dev.perennial.notifier;

import dev.perennial.backends.GuardedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The notifier as a process of its own, which can die without taking the test along. */
final class NotifierProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 180;

  private final GuardedProcess process;

  private NotifierProcess(GuardedProcess process) {
    this.process = process;
  }

  /** Starts it; its settings go through a file, so that no secret is on its command line. */
  static NotifierProcess start(Path folder, Map<String, Object> settings) throws IOException {
    var file = folder.resolve("notifier.properties");
    var onlyOurs = PosixFilePermissions.fromString("rw-------");
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(onlyOurs));
    Files.writeString(
        file,
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining("\n")));
    return new NotifierProcess(
        GuardedProcess.named("notifier")
            .command(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Notifier.class.getName(),
                "--spring.config.additional-location=file:" + file)
            .log(folder.resolve("notifier.log"))
            .start());
  }

  /** Waits until it has died, and says how. */
  int awaitDeath() throws Exception {
    return process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    process.close();
  }
}
