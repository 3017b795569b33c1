package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a launcher with SIGKILL and looks for what it started. */
class OrphanTest {
  @TempDir Path folder;

  @Test
  void childrenAreGoneTenSecondsAfterTheirLauncherWasKilled() throws Exception {
    killALauncher(guardians -> {});
  }

  /** As the kernel does to all in the foreground when a session's leader is gone. */
  @Test
  void theyAreAlsoGoneWhereTheirGuardiansWereHungUp() throws Exception {
    killALauncher(guardians -> guardians.forEach(OrphanTest::hangUp));
  }

  private void killALauncher(Consumer<List<Long>> toGuardians) throws Exception {
    var launcher = JavaChild.start(Launcher.class, folder);
    var children =
        JavaChild.read(launcher, "child ", Launcher.CHILDREN).stream().map(Long::valueOf).toList();
    try {
      assertThat(children).hasSize(Launcher.CHILDREN).noneMatch(OrphanTest::isGone);
      GuardedProcessTest.signal("STOP", children.getLast());
      var guardiansAndChildren =
          Stream.concat(children.stream(), launcher.descendants().map(ProcessHandle::pid)).toList();

      toGuardians.accept(
          guardiansAndChildren.stream().filter(pid -> !children.contains(pid)).toList());
      launcher.destroyForcibly();

      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> guardiansAndChildren.stream().allMatch(OrphanTest::isGone));
    } finally {
      launcher.destroyForcibly();
      children.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
  }

  private static void hangUp(long pid) {
    try {
      for (String name : List.of("HUP", "INT", "TERM")) {
        GuardedProcessTest.signal(name, pid);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
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
