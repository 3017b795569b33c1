package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.standalone.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The demo as the launcher runs it (which becomes this very process): nothing outlives it. */
@Order(7)
class DemoKilledTest {
  private static final Duration GONE_WITHIN = Duration.ofSeconds(10);

  @Test
  void afterKillNineOfTheLauncherNoProcessOfItRemains() throws IOException {
    Path data = LoadedPlatform.newFolder("killed-").resolve("demo");
    Process demo = start(data);
    try {
      await()
          .atMost(LoadedPlatform.PATIENCE)
          .until(() -> Files.exists(data.resolve("demo.json")) || !demo.isAlive());
      List<ProcessHandle> children = demo.descendants().toList();
      assertThat(children).as("guardians and what they guard").hasSizeGreaterThan(10);

      demo.destroyForcibly();

      await().atMost(GONE_WITHIN).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    } finally {
      demo.destroyForcibly();
    }
  }

  private static Process start(Path data) throws IOException {
    Path home = Platform.home();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dperennial.home=" + home,
            "-jar",
            home.resolve("standalone/target/standalone-0.1.0-SNAPSHOT-exec.jar").toString(),
            "--data",
            data.toString())
        .redirectErrorStream(true)
        .redirectOutput(data.resolveSibling("demo.log").toFile())
        .start();
  }
}
