package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void pidIsTheChildsOwn() throws Exception {
    try (var process = shell("echo \"I am $$\"; exec sleep 60")) {
      await().atMost(PATIENCE).until(() -> !process.lastLogLines(1).isEmpty());

      assertThat(process.lastLogLines(1)).containsExactly("I am " + process.pid());
      assertThat(process.handle().info().command().orElseThrow()).endsWith("sleep");
    }
  }

  @Test
  void passesEnvironmentWorkingFolderAndStatusOn() throws Exception {
    try (var process =
        GuardedProcess.named("child")
            .command("/bin/sh", "-c", "echo \"$GREETING\"; pwd; exit 7")
            .env("GREETING", "hello there")
            .workingFolder(folder)
            .log(folder.resolve("log"))
            .start()) {
      assertThat(process.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(7);
      assertThat(process.exitStatus()).hasValue(7);
      assertThat(process.lastLogLines(10))
          .containsExactly("hello there", folder.toRealPath().toString());
      assertThat(process.lastLogLines(1)).hasSize(1);
    }
  }

  @Test
  void stopLetsTheChildSayGoodbye() {
    try (var process =
        shell("trap 'echo bye; exit 0' TERM; echo ready; while :; do sleep 0.1; done")) {
      await().atMost(PATIENCE).until(() -> process.lastLogLines(1).contains("ready"));

      process.stop(TEN_SECONDS);

      assertThat(process.isAlive()).isFalse();
      assertThat(process.exitStatus()).hasValue(0);
      assertThat(process.lastLogLines(1)).containsExactly("bye");
    }
  }

  @Test
  void stopEndsAChildThatWillNotListen() {
    try (var process = shell("trap '' TERM; echo ready; while :; do sleep 0.1; done")) {
      await().atMost(PATIENCE).until(() -> process.lastLogLines(1).contains("ready"));

      process.stop(Duration.ofMillis(200));

      assertThat(process.isAlive()).isFalse();
      assertThat(process.exitStatus()).hasValue(128 + 9);
    }
  }

  @Test
  void aStoppedChildIsAliveAndCanBeKilled() throws Exception {
    try (var process = shell("exec sleep 60")) {
      signal("STOP", process.pid());
      await().atMost(PATIENCE).until(() -> state(process.pid()).startsWith("T"));
      assertThat(process.isAlive()).isTrue();

      signal("CONT", process.pid());
      await().atMost(PATIENCE).until(() -> state(process.pid()).startsWith("S"));
      signal("STOP", process.pid());
      process.kill();

      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void killTakesWhatTheChildStartedWithIt() {
    try (var process = shell("sleep 60 & echo $!; wait")) {
      await().atMost(PATIENCE).until(() -> !process.lastLogLines(1).isEmpty());
      long grandchild = Long.parseLong(process.lastLogLines(1).getFirst());

      process.kill();

      await().atMost(TEN_SECONDS).until(() -> isGone(grandchild));
    }
  }

  @Test
  void showsAProgramThatCannotBeRun() {
    try (var process =
        GuardedProcess.named("child")
            .command("/no/such/program")
            .log(folder.resolve("log"))
            .start()) {
      await().atMost(PATIENCE).until(() -> !process.isAlive());

      assertThat(process.exitStatus()).hasValue(127);
      assertThat(process.failure("it ended"))
          .hasMessageContaining("child did not start: it ended (exit status 127)")
          .hasMessageContaining("/no/such/program");
    }
  }

  @Test
  void keepsTheLogOfTheRunBefore() throws Exception {
    try (var first = shell("echo first")) {
      await().atMost(PATIENCE).until(() -> !first.isAlive());
    }
    try (var second = shell("echo second")) {
      await().atMost(PATIENCE).until(() -> !second.isAlive());
    }

    assertThat(folder.resolve("log.1")).hasContent("first\n");
    assertThat(folder.resolve("log")).hasContent("second\n");
  }

  @Test
  void refusesAGracePeriodThatBreaksThePromise() {
    var builder = GuardedProcess.named("child");

    assertThatThrownBy(() -> builder.gracePeriod(Duration.ofSeconds(10)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 to 9 s");
    assertThatThrownBy(builder::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aGuardianThatIsKilledTakesItsChildWithIt() throws Exception {
    try (var process = shell("exec sleep 60")) {
      var guardian = process.handle().parent().orElseThrow();
      signal("KILL", guardian.pid());

      await().atMost(TEN_SECONDS).until(() -> isGone(process.pid()));
    }
  }

  private GuardedProcess shell(String script) {
    return GuardedProcess.named("child")
        .command(List.of("/bin/sh", "-c", script))
        .log(folder.resolve("log"))
        .start();
  }

  static boolean isGone(long pid) throws Exception {
    var state = state(pid);
    // A zombie has ended; whether it is ever collected is up to the machine's init.
    return state.isEmpty() || state.startsWith("Z");
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }

  private static String state(long pid) throws Exception {
    var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(pid)).start();
    return new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
  }
}
