package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a launcher with SIGKILL and looks for what it started. */
class OrphanTest {
  @TempDir Path folder;

  @Test
  void childrenAreGoneTenSecondsAfterTheirLauncherWasKilled() throws Exception {
    var launcher = launch();
    var children = readPids(launcher.inputReader(StandardCharsets.US_ASCII));
    try {
      assertThat(children).hasSize(Launcher.CHILDREN).noneMatch(OrphanTest::isGone);
      GuardedProcessTest.signal("STOP", children.getLast());
      var guardiansAndChildren =
          Stream.concat(children.stream(), launcher.descendants().map(ProcessHandle::pid)).toList();

      launcher.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> guardiansAndChildren.stream().allMatch(OrphanTest::isGone));
    } finally {
      launcher.destroyForcibly();
      children.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  private Process launch() throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dperennial.home=" + System.getProperty("perennial.home"),
            "-cp",
            System.getProperty("java.class.path"),
            Launcher.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<Long> readPids(BufferedReader said) {
    return said.lines()
        .filter(line -> line.startsWith("child "))
        .limit(Launcher.CHILDREN)
        .map(line -> Long.parseLong(line.substring("child ".length())))
        .toList();
  }

  private static boolean isGone(long pid) {
    try {
      return GuardedProcessTest.isGone(pid);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** The launcher that is killed: real servers, one that ignores TERM, and one to be suspended. */
  static final class Launcher {
    static final int CHILDREN = 4;

    private Launcher() {}

    public static void main(String[] arguments) throws Exception {
      var folder = Path.of(arguments[0]);
      var mongodb = MongoServer.start(folder.resolve("mongodb"), Progress.SILENT);
      var redis = RedisServer.start(folder.resolve("redis"));
      var deaf = shell(folder, "deaf", "trap '' TERM; while :; do sleep 1; done");
      var idle = shell(folder, "idle", "exec sleep 600");
      for (var process : List.of(mongodb.process().orElseThrow(), redis.process(), deaf, idle)) {
        System.out.println("child " + process.pid());
      }
      Thread.currentThread().join();
    }

    private static GuardedProcess shell(Path folder, String name, String script) {
      return GuardedProcess.named(name)
          .command("/bin/sh", "-c", script)
          .log(folder.resolve(name + ".log"))
          .start();
    }
  }
}
