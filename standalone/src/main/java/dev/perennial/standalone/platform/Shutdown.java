package dev.perennial.standalone.platform;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops things although one of them may fail to stop: the others must stop all the same. */
final class Shutdown {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private Shutdown() {}

  /** One behind the other. */
  static void quietly(List<? extends AutoCloseable> inOrder) {
    inOrder.forEach(Shutdown::close);
  }

  /** All at once; returns when the slowest has stopped. */
  static void together(List<? extends AutoCloseable> all) {
    CompletableFuture.allOf(
            all.stream()
                .map(each -> CompletableFuture.runAsync(() -> close(each), Threads::start))
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      LOG.atWarn()
          .addKeyValue("part", part.getClass().getSimpleName())
          .setCause(e)
          .log("It did not stop in good order");
    }
  }
}
