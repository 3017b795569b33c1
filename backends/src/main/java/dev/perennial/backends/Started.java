package dev.perennial.backends;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One component that starts on first use, once, and is closed only if it did. */
final class Started<T extends AutoCloseable> implements AutoCloseable {
  private final Supplier<T> start;
  private @Nullable T component;

  Started(Supplier<T> start) {
    this.start = start;
  }

  synchronized T get() {
    if (component == null) {
      component = start.get();
    }
    return component;
  }

  @Override
  public synchronized void close() {
    if (component == null) {
      return;
    }
    try {
      component.close();
    } catch (Exception e) {
      throw new IllegalStateException("a backend did not close", e);
    } finally {
      component = null;
    }
  }
}
