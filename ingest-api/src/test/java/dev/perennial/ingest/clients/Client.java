package dev.perennial.ingest.clients;

import dev.perennial.backends.PythonTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs as a user would, in a folder of their own.
 *
 * @param url what they find as PERENNIAL_URL
 * @param key what they find as PERENNIAL_KEY
 */
record Client(Path folder, String url, String key) {

  private static final long SECONDS = 60;
  private static final Path REQUIREMENTS = Path.of("src", "test", "python", "requirements.txt");

  private static final String WITH_CURL =
      "command -v curl > /dev/null || { echo curl was not found: install it; exit 127; }; . \"$1\"";

  /**
   * How a program ended.
   *
   * @param output all that it wrote
   */
  record Ended(int status, String output) {}

  /** Runs a script by what its name ends with. */
  Ended run(Path script) throws IOException, InterruptedException {
    String name = script.toString();
    String end = name.substring(name.lastIndexOf('.'));
    return switch (end) {
      case ".sh" -> run(List.of("sh", "-c", WITH_CURL, "sh", name));
      case ".py" -> run(PythonTools.with(REQUIREMENTS).command("python", name));
      case ".java" ->
          run(List.of(java(), "-cp", System.getProperty("java.class.path"), "-Xmx64m", name));
      default -> throw new IllegalArgumentException("No way is known to run " + name);
    };
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Ended run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(folder, "output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PERENNIAL_URL", url);
    builder.environment().put("PERENNIAL_KEY", key);
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("not over within a minute: " + Files.readString(output));
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }
}
