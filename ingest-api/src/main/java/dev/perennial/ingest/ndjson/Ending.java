package dev.perennial.ingest.ndjson;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** That a stream ends before its body does, and why: the first reason counts. */
final class Ending {

  private final AtomicReference<@Nullable String> reason = new AtomicReference<>();
  private final Runnable onBegin;

  /**
   * @param onBegin run once, when the first reason is given
   */
  Ending(Runnable onBegin) {
    this.onBegin = onBegin;
  }

  /**
   * @param code stable
   */
  void begin(String code) {
    if (reason.compareAndSet(null, code)) {
      onBegin.run();
    }
  }

  boolean hasBegun() {
    return reason.get() != null;
  }

  Optional<String> reason() {
    return Optional.ofNullable(reason.get());
  }
}
