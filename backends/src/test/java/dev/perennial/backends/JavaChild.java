package dev.perennial.backends;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM with this one's class path, for what only a second process can show. */
final class JavaChild {
  private JavaChild() {}

  static Process start(Class<?> main, Object... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dperennial.home=" + System.getProperty("perennial.home"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /** The rest of the next lines on its output that begin so; its log goes there too. */
  static List<String> read(Process child, String beginning, int lines) {
    return child
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(beginning))
        .limit(lines)
        .map(line -> line.substring(beginning.length()))
        .toList();
  }
}
