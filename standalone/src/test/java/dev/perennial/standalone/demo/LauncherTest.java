package dev.perennial.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script ./perennial, in a checkout and with JDKs that are made up. */
class LauncherTest {
  private static final List<String> ROOMS =
      List.of(
          "domain",
          "contracts",
          "backends",
          "service-starter",
          "connectors",
          "operations",
          "ingest-api",
          "stream-processor",
          "notifier",
          "dashboard",
          "standalone");
  private static final Instant BUILT = Instant.parse("2026-01-02T00:00:00Z");

  private record Result(int status, String out, String err) {}

  @TempDir private Path folder;
  private Path checkout;
  private Path jdks;

  @BeforeEach
  void prepare() throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout")).toRealPath();
    jdks = Files.createDirectories(folder.resolve("jdks")).toRealPath();
    Files.copy(Platform.home().resolve("perennial"), checkout.resolve("perennial"));
    executable(checkout.resolve("mvnw"), "echo \"maven $*\"");
  }

  @Test
  void shouldPreferJdk25AmongTheNewerOnes() throws Exception {
    jdk("jdk-21", "21.0.4");
    Path preferred = jdk("jdk-25", "25");
    jdk("jdk-27", "27-ea");

    assertThat(run("--java-home").out()).isEqualTo(preferred + "\n");
  }

  @Test
  void shouldTakeTheNewestWhereThereIsNoJdk25() throws Exception {
    jdk("jdk-17", "17.0.15");
    jdk("jdk-21", "21.0.4");
    Path newest = jdk("jdk-24", "24.0.1");

    assertThat(run("--java-home").out()).isEqualTo(newest + "\n");
  }

  @Test
  void shouldFindJdksWhereMacKeepsThem() throws Exception {
    Path home = jdk("temurin.jdk/Contents/Home", "25.0.1");

    assertThat(run("--java-home").out()).isEqualTo(home + "\n");
  }

  @Test
  void shouldSayInOneLineHowToGetAJdkWhenThereIsNone() throws Exception {
    jdk("jdk-17", "17.0.15");
    Path jre = jdk("jre-25", "25");
    Files.delete(jre.resolve("bin/javac"));

    Result result = run("demo");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.err()).contains("no JDK 21 or newer found", "install", "JAVA_HOME");
  }

  @Test
  void shouldBuildWhatIsMissingAndThenBecomeJava() throws Exception {
    jdk("jdk-25", "25");

    Result result = run("demo", "--once", "--data", "some where");

    assertThat(result.status()).isZero();
    assertThat(result.err()).contains("maven -q -DskipTests").contains("package");
    assertThat(result.out())
        .contains("standalone/target/standalone-0.1.0-SNAPSHOT-exec.jar --once --data some where");
  }

  @Test
  void shouldBuildNothingWhenEverythingIsNewerThanItsSources() throws Exception {
    jdk("jdk-25", "25");
    build();

    Result result = run("demo");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("standalone-0.1.0-SNAPSHOT-exec.jar");
  }

  @Test
  void shouldBuildOnceWhenASourceIsNewer() throws Exception {
    jdk("jdk-25", "25");
    build();
    touch(checkout.resolve("domain/src/main/java/Money.java"), BUILT.plusSeconds(60));

    assertThat(run("demo").err()).contains("maven");
    assertThat(run("demo").err()).isEmpty();
  }

  @Test
  void everyOtherCommandGoesToTheOperatorsCommandLine() throws Exception {
    jdk("jdk-25", "25");
    build();

    assertThat(run("topics", "apply").out())
        .contains("operations/target/operations-0.1.0-SNAPSHOT-exec.jar topics apply");
  }

  @Test
  void helpListsTheDemoAndTheOperatorsCommands() throws Exception {
    assertThat(run("--help").out()).contains("demo", "topics", "connectors", "keys");
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(jdks.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    executable(home.resolve("bin/java"), "echo \"java $*\"");
    executable(home.resolve("bin/javac"), "echo \"javac " + version + "\"");
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** A checkout whose jars are all newer than its sources. */
  private void build() throws IOException {
    touch(checkout.resolve("pom.xml"), BUILT.minusSeconds(60));
    Files.createDirectories(checkout.resolve("backends/target/connect-worker"));
    String version = "-0.1.0-SNAPSHOT";
    touch(
        checkout.resolve("connectors/target/plugins/perennial/connectors" + version + ".jar"),
        BUILT);
    for (String room : ROOMS) {
      touch(checkout.resolve(room).resolve("pom.xml"), BUILT.minusSeconds(60));
      touch(checkout.resolve(room).resolve("src/main/java/Main.java"), BUILT.minusSeconds(60));
      Path target = checkout.resolve(room).resolve("target");
      touch(target.resolve(room + version + ".jar"), BUILT);
      // The reproducible build dates these long before.
      touch(target.resolve(room + version + "-exec.jar"), BUILT.minusSeconds(3_600));
    }
  }

  private static void touch(Path file, Instant at) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(at));
  }

  private static void executable(Path file, String line) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Result run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(checkout.resolve("perennial").toString()));
    words.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().put("PERENNIAL_JDK_ROOTS", jdks.toString());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int status = builder.start().waitFor();
    return new Result(status, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
