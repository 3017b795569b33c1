package dev.perennial.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes a {@link GuardedProcess}: name, command and log are needed, the rest has defaults. */
public final class GuardedProcessBuilder {
  private static final Duration LONGEST_GRACE = Duration.ofSeconds(9);
  private static final String SCRIPT = script();

  private final String name;
  private final Map<String, String> environment = new HashMap<>();
  private List<String> command = List.of();
  private @Nullable Path log;
  private @Nullable Path folder;
  private Duration grace = Duration.ofSeconds(5);

  GuardedProcessBuilder(String name) {
    this.name = Objects.requireNonNull(name);
  }

  /** Program and arguments. They are visible to other users of the machine: no secrets here. */
  public GuardedProcessBuilder command(List<String> words) {
    command = List.copyOf(words);
    return this;
  }

  /** Program and arguments. They are visible to other users of the machine: no secrets here. */
  public GuardedProcessBuilder command(String... words) {
    return command(List.of(words));
  }

  /** One variable more in the environment, which is otherwise this JVM's. */
  public GuardedProcessBuilder env(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /**
   * The file that takes standard output and error; an older one is kept beside it as {@code .1}.
   */
  public GuardedProcessBuilder log(Path file) {
    log = file;
    return this;
  }

  /** The working directory; this JVM's by default. */
  public GuardedProcessBuilder workingFolder(Path path) {
    folder = path;
    return this;
  }

  /** From TERM to KILL when the launcher is gone: whole seconds, 0 to 9, 5 by default. */
  public GuardedProcessBuilder gracePeriod(Duration period) {
    if (period.isNegative() || period.compareTo(LONGEST_GRACE) > 0) {
      throw new IllegalArgumentException("grace period must be 0 to 9 s, not " + period);
    }
    grace = period;
    return this;
  }

  /**
   * Starts it; a program that cannot be run shows as an exit status of 126 or 127 and in the log.
   */
  public GuardedProcess start() {
    if (command.isEmpty()) {
      throw new IllegalStateException(name + " has no command");
    }
    var output = LogFile.fresh(Objects.requireNonNull(log, "log"));
    try {
      var guardian = guardian(output).start();
      var child = childOf(guardian);
      return new GuardedProcess(name, guardian, child, output, grace);
    } catch (IOException e) {
      throw new StartupFailure(name, e.getMessage() + "", output.last(20), e);
    }
  }

  private ProcessBuilder guardian(LogFile output) {
    var words = new ArrayList<>(List.of("/bin/sh", "-c", SCRIPT, "guardian"));
    words.add(Long.toString(grace.toSeconds()));
    words.addAll(command);
    var builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    builder.redirectError(ProcessBuilder.Redirect.appendTo(output.path().toFile()));
    return builder;
  }

  private static ProcessHandle childOf(Process guardian) throws IOException {
    BufferedReader said = guardian.inputReader(StandardCharsets.US_ASCII);
    var pid = said.readLine();
    if (pid == null) {
      throw new IOException("the guardian ended before its child began");
    }
    // A child that has ended already has no handle; the guardian's own stands in, ended too.
    return ProcessHandle.of(Long.parseLong(pid)).orElse(guardian.toHandle());
  }

  private static String script() {
    try (var stream = GuardedProcessBuilder.class.getResourceAsStream("guardian.sh")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
