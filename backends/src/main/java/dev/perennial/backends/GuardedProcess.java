package dev.perennial.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that never outlives this JVM, even after {@code kill -9} of it.
 *
 * <p>A small POSIX shell guardian stands between: it holds a pipe whose writer is this JVM and, at
 * end of file, sends the child's process group TERM and, after the grace period, KILL.
 */
public final class GuardedProcess implements AutoCloseable {
  private static final Duration LAST_RESORT = Duration.ofSeconds(10);

  private final String name;
  private final Process guardian;
  private final ProcessHandle child;
  private final LogFile log;
  private final Duration grace;

  GuardedProcess(String name, Process guardian, ProcessHandle child, LogFile log, Duration grace) {
    this.name = name;
    this.guardian = guardian;
    this.child = child;
    this.log = log;
    this.grace = grace;
    // A guardian that is itself killed must not leave its child behind while this JVM lives.
    guardian.onExit().thenRun(child::destroyForcibly);
  }

  /** Begins to describe a process; the name shows in error messages. */
  public static GuardedProcessBuilder named(String name) {
    return new GuardedProcessBuilder(name);
  }

  /** The name it was given. */
  public String name() {
    return name;
  }

  /** The child's own process id (not the guardian's): what a test sends signals to. */
  public long pid() {
    return child.pid();
  }

  /** The child's handle. */
  public ProcessHandle handle() {
    return child;
  }

  /** Whether the child still runs (a stopped one, SIGSTOP, does). */
  public boolean isAlive() {
    return guardian.isAlive();
  }

  /** The child's exit status (128 + signal where a signal ended it), once it has ended. */
  public OptionalInt exitStatus() {
    return guardian.isAlive() ? OptionalInt.empty() : OptionalInt.of(guardian.exitValue());
  }

  /** Completes with the exit status when the child has ended. */
  public CompletableFuture<Integer> onExit() {
    return guardian.onExit().thenApply(Process::exitValue);
  }

  /** Where the child's output goes. */
  public Path log() {
    return log.path();
  }

  /** The last lines of the child's output, oldest first; at most the last 64 KiB are looked at. */
  public List<String> lastLogLines(int lines) {
    return log.last(lines);
  }

  /** SIGKILL to the child and all it started; returns when they are gone. */
  public void kill() {
    child.destroyForcibly();
    awaitExit(LAST_RESORT);
  }

  /** SIGTERM, then SIGKILL after the given time; returns when the child is gone. */
  public void stop(Duration patience) {
    child.destroy();
    if (!awaitExit(patience)) {
      kill();
    }
  }

  /** Stops with the grace period it was built with; does nothing once the child is gone. */
  @Override
  public void close() {
    if (guardian.isAlive()) {
      stop(grace);
    }
    try {
      guardian.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A start-up failure of this component that quotes its log. */
  StartupFailure failure(String reason) {
    var how = exitStatus();
    var full = how.isPresent() ? reason + " (exit status " + how.getAsInt() + ")" : reason;
    return new StartupFailure(name, full, lastLogLines(20));
  }

  private boolean awaitExit(Duration limit) {
    try {
      return guardian.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      child.destroyForcibly();
      return false;
    }
  }
}
