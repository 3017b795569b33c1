package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values one thing had, by the day each took effect. */
final class Dated<T> {

  private record Value<T>(LocalDate from, @Nullable T value) {}

  private final List<Value<T>> values = new ArrayList<>();

  /** Values are added in the order of their events. */
  void add(LocalDate from, @Nullable T value) {
    values.add(new Value<>(from, value));
  }

  /** The one with the latest start up to the day; of equal starts the last added. */
  @Nullable T on(LocalDate day) {
    Value<T> best = null;
    for (Value<T> value : values) {
      if (!value.from().isAfter(day) && (best == null || !value.from().isBefore(best.from()))) {
        best = value;
      }
    }
    return best != null ? best.value() : earliest();
  }

  /** The days from which another value is in force, ascending. */
  List<LocalDate> starts() {
    return values.stream().map(Value::from).distinct().sorted().toList();
  }

  private @Nullable T earliest() {
    Value<T> first = null;
    for (Value<T> value : values) {
      if (first == null || value.from().isBefore(first.from())) {
        first = value;
      }
    }
    return first == null ? null : first.value();
  }
}
