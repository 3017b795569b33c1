package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.standalone.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The operator's command line, from its production jar as a process of its own. */
final class OperatorCommand {

  private static final Path JAR =
      Path.of(
          System.getProperty("perennial.home"),
          "operations/target/operations-0.1.0-SNAPSHOT-exec.jar");

  private final Platform platform;

  OperatorCommand(Platform platform) {
    this.platform = platform;
  }

  /**
   * @param code the exit code
   * @param text what it said
   */
  record Answer(int code, String text) {}

  /** {@code perennial replay ...} on the platform's servers. */
  Answer replay(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx128m", "-jar", JAR.toString(), "replay"));
    words.addAll(List.of(arguments));
    words.addAll(
        List.of(
            "--kafka=" + platform.kafka().bootstrapServers(),
            "--mongodb=" + platform.mongoServer().uri(),
            "--redis=" + platform.redisServer().uri(),
            "--connect=" + platform.connect().restUri()));
    return run(words);
  }

  private static Answer run(List<String> words) {
    try {
      Path said = Files.createTempFile("operator", ".txt");
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
      int code = process.waitFor();
      String text = Files.readString(said, UTF_8);
      Files.delete(said);
      System.out.println(text);
      return new Answer(code, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
