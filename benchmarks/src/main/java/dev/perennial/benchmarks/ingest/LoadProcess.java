package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/** The {@link LoadGenerator}, as a process that ends with this one: its input ends then. */
final class LoadProcess implements AutoCloseable {

  private static final String DONE = "done ";

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;

  private LoadProcess(Process process) {
    this.process = process;
    this.orders = new PrintWriter(process.outputWriter(UTF_8), true);
    this.answers = process.inputReader(UTF_8);
  }

  static LoadProcess start(String key) throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadGenerator.class.getName())
            .redirectError(Redirect.INHERIT)
            .start();
    LoadProcess load = new LoadProcess(process);
    load.orders.println(key);
    return load;
  }

  /**
   * Sends, and returns when everything is answered.
   *
   * @throws IOException where anything was answered by other than what was hoped for
   */
  Figures run(Order order) throws IOException {
    orders.println(order.text());
    String answer = answers.readLine();
    if (answer == null || !answer.startsWith(DONE)) {
      throw new IOException(
          "%s at %d connections: %s".formatted(order.form().text(), order.connections(), answer));
    }
    return Figures.parse(answer.substring(DONE.length()));
  }

  @Override
  public void close() {
    orders.close();
    process.destroy();
  }
}
