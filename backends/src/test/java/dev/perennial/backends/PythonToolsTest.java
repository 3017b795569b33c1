package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonToolsTest {

  private static final List<String> PYTHON = List.of("no-such-python", "python3");

  @TempDir Path folder;

  @Test
  void makesAnEnvironmentOnceForAListOfRequirements() throws Exception {
    var requirements = Files.writeString(folder.resolve("requirements.txt"), "# nothing\n");

    var tools = PythonTools.with(requirements, folder.resolve("tools"), PYTHON);
    var again = PythonTools.with(requirements, folder.resolve("tools"), List.of("no-such-python"));

    assertThat(again.command("python")).isEqualTo(tools.command("python"));
    assertThat(exitOf(tools.command("python", "-c", "import sys; sys.exit(3)"))).isEqualTo(3);
  }

  @Test
  void saysInOneLineThatPythonIsMissingAndHowToGetIt() throws Exception {
    var requirements = Files.writeString(folder.resolve("requirements.txt"), "");

    assertThatThrownBy(
            () ->
                PythonTools.with(
                    requirements, folder.resolve("tools"), List.of("no-such-python", "false")))
        .isInstanceOf(StartupFailure.class)
        .hasMessage(
            "python did not start: no Python of 3.10 or newer with venv was found; install python3"
                + " and python3-venv");
  }

  @Test
  void anEnvironmentThatCouldNotBeFilledIsNotKept() throws Exception {
    var requirements = Files.writeString(folder.resolve("requirements.txt"), "no such thing!\n");
    var tools = folder.resolve("tools");

    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> PythonTools.with(requirements, tools, PYTHON))
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("its tools could not be installed")
          .hasMessageContaining("Invalid requirement");
    }
  }

  private int exitOf(List<String> command) throws Exception {
    try (var process =
        GuardedProcess.named("python").command(command).log(folder.resolve("log")).start()) {
      return process.onExit().get(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
