package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values one thing had, by the moment each was said. */
final class Since<T> {

  private record Value<T>(Instant since, T value) {}

  private final List<Value<T>> values = new ArrayList<>();

  /** Values are added in the order of their events. */
  void add(Instant since, T value) {
    values.add(new Value<>(since, value));
  }

  /** The last up to the moment; before the first known one, that one; null where there is none. */
  @Nullable T at(Instant moment) {
    if (values.isEmpty()) {
      return null;
    }
    T found = values.getFirst().value();
    for (Value<T> value : values) {
      if (!value.since().isAfter(moment)) {
        found = value.value();
      }
    }
    return found;
  }

  /** The last that was said; null where nothing was. */
  @Nullable T last() {
    return values.isEmpty() ? null : values.getLast().value();
  }
}
