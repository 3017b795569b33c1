package dev.perennial.standalone.platform;

import dev.perennial.backends.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs the parts of a start side by side, each behind what it needs, and tells their times. */
final class Startup {
  private final Progress progress;
  private final List<CompletableFuture<?>> parts = Collections.synchronizedList(new ArrayList<>());
  private final List<AutoCloseable> started = Collections.synchronizedList(new ArrayList<>());

  Startup(Progress progress) {
    this.progress = progress;
  }

  /** Begins a part as soon as the others are done; it does not begin where one of them failed. */
  <T> CompletableFuture<T> part(String name, Callable<T> work, CompletableFuture<?>... after) {
    CompletableFuture<T> part =
        CompletableFuture.allOf(after).thenApplyAsync(nothing -> timed(name, work), Threads::start);
    parts.add(part);
    return part;
  }

  /**
   * Returns when every part is done; where one failed, closes the others, last first.
   *
   * @throws RuntimeException the first failure's own
   */
  void await() {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new));
    try {
      all.join();
    } catch (CompletionException e) {
      closeStarted();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private <T> T timed(String name, Callable<T> work) {
    long began = System.nanoTime();
    try {
      T result = work.call();
      if (result instanceof AutoCloseable closeable) {
        started.add(closeable);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      progress.report(name, String.format(Locale.ROOT, "ready in %.1f s", seconds));
      return result;
    } catch (RuntimeException e) {
      progress.report(name, "did not start");
      throw e;
    } catch (Exception e) {
      progress.report(name, "did not start");
      throw new PlatformException(name + " did not start: " + e.getMessage(), e);
    }
  }

  private void closeStarted() {
    List<AutoCloseable> lastFirst = new ArrayList<>(started);
    Collections.reverse(lastFirst);
    Shutdown.quietly(lastFirst);
  }
}
