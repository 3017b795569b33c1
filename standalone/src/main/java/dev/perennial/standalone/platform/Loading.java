package dev.perennial.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** Posts over several connections at once. */
final class Loading {
  private static final int CONNECTIONS = 4;

  private final Semaphore connections = new Semaphore(CONNECTIONS);

  /** Sends all; begins in the list's order, though answers may overtake each other. */
  LoadReport all(List<Callable<LoadReport>> posts) {
    long began = System.nanoTime();
    List<CompletableFuture<LoadReport>> running = new ArrayList<>();
    for (Callable<LoadReport> post : posts) {
      connections.acquireUninterruptibly();
      running.add(CompletableFuture.supplyAsync(() -> one(post), Threads::start));
    }
    LoadReport sum =
        running.stream().map(Loading::result).reduce(LoadReport.none(), LoadReport::plus);
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new LoadReport(
        sum.posted(),
        sum.accepted(),
        sum.refused(),
        sum.retries(),
        sum.receipts(),
        sum.surprises(),
        took);
  }

  private LoadReport one(Callable<LoadReport> post) {
    try {
      return post.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new PlatformException("a post failed", e);
    } finally {
      connections.release();
    }
  }

  private static LoadReport result(CompletableFuture<LoadReport> running) {
    try {
      return running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
