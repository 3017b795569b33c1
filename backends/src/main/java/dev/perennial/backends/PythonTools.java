package dev.perennial.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs from PyPI that tests run as their users would: a virtual environment in the checkout's
 * {@code .tools/}, filled once for each list of requirements.
 *
 * <p>Safe when two processes do it at once: a lock file lets one go first, and the environment
 * counts only when its last file is there.
 */
public final class PythonTools {

  private static final Duration INSTALLING = Duration.ofMinutes(5);
  private static final Duration ASKING = Duration.ofSeconds(20);
  private static final List<String> NAMES =
      List.of("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10");
  private static final String IS_ENOUGH =
      "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";
  private static final String NEEDED =
      "no Python of 3.10 or newer with venv was found; install python3 and python3-venv";

  private final Path folder;

  private PythonTools(Path folder) {
    this.folder = folder;
  }

  /**
   * @param requirements a file as {@code pip install --requirement} reads it, every version pinned
   * @throws StartupFailure if there is no Python of 3.10 or newer with {@code venv}, or pip failed
   */
  public static PythonTools with(Path requirements) {
    return with(requirements, Home.checkout().resolve(".tools"), NAMES);
  }

  static PythonTools with(Path requirements, Path tools, List<String> names) {
    try {
      var digest = Digests.sha256(requirements).substring(0, 12);
      var folder = PrivateFiles.folder(tools).resolve("python-" + digest);
      synchronized (PythonTools.class) {
        fill(folder, requirements, names);
      }
      return new PythonTools(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write the tools' folder", e);
    }
  }

  /** A command of the environment, such as {@code python}; its arguments follow. */
  public List<String> command(String program, String... arguments) {
    var command = new ArrayList<String>();
    command.add(folder.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    return List.copyOf(command);
  }

  private static void fill(Path folder, Path requirements, List<String> names) throws IOException {
    var whole = folder.resolve("whole");
    try (var lockFile = lockFileFor(folder);
        var lock = lockFile.lock()) {
      if (Files.exists(whole)) {
        return;
      }
      if (Files.exists(folder)) {
        Folders.delete(folder);
      }
      var log = folder.resolveSibling(folder.getFileName() + ".log");
      install(log, List.of(python(names, log), "-m", "venv", folder.toString()));
      install(log, pipCommand(folder, requirements));
      Files.createFile(whole);
    }
  }

  private static List<String> pipCommand(Path folder, Path requirements) {
    return List.of(
        folder.resolve("bin/python").toString(),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--only-binary=:all:",
        "--disable-pip-version-check",
        "--requirement",
        requirements.toAbsolutePath().toString());
  }

  private static String python(List<String> names, Path log) {
    return names.stream()
        .filter(name -> succeeds(log, List.of(name, "-c", IS_ENOUGH)))
        .findFirst()
        .orElseThrow(() -> new StartupFailure("python", NEEDED, List.of()));
  }

  private static boolean succeeds(Path log, List<String> command) {
    try (var process = start(log, command)) {
      return Waiting.until(ASKING, () -> !process.isAlive())
          && process.exitStatus().orElse(-1) == 0;
    }
  }

  private static void install(Path log, List<String> command) {
    try (var process = start(log, command)) {
      Waiting.until(INSTALLING, () -> !process.isAlive());
      if (process.exitStatus().orElse(-1) != 0) {
        throw process.failure("its tools could not be installed");
      }
    }
  }

  private static GuardedProcess start(Path log, List<String> command) {
    return GuardedProcess.named("python")
        .command(command)
        .log(log)
        .gracePeriod(Duration.ofSeconds(1))
        .start();
  }

  private static FileChannel lockFileFor(Path folder) throws IOException {
    return FileChannel.open(
        folder.resolveSibling(folder.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }
}
