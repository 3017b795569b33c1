package dev.perennial.domain.fold;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The values that one thing had over time. Entries are added in the order of their facts; the value
 * at a point is that with the greatest start not after it, of equal starts the one added last.
 */
final class Timeline<P extends Comparable<? super P>, V extends @Nullable Object> {

  record Entry<P, V extends @Nullable Object>(P from, V value) {}

  private final List<Entry<P, V>> entries = new ArrayList<>();

  void add(P from, V value) {
    int place = entries.size();
    while (place > 0 && entries.get(place - 1).from().compareTo(from) > 0) {
      place--;
    }
    entries.add(place, new Entry<>(from, value));
  }

  /** The value in force at a point; before the first entry, the first entry's. */
  @Nullable V at(P point) {
    if (entries.isEmpty()) {
      return null;
    }
    V value = entries.getFirst().value();
    for (Entry<P, V> entry : entries) {
      if (entry.from().compareTo(point) > 0) {
        break;
      }
      value = entry.value();
    }
    return value;
  }

  @Nullable V latest() {
    return entries.isEmpty() ? null : entries.getLast().value();
  }

  void forEachStart(Consumer<P> consumer) {
    entries.forEach(entry -> consumer.accept(entry.from()));
  }

  /** The entries, each start once, with the value that counts from it. */
  List<Entry<P, V>> segments() {
    List<Entry<P, V>> segments = new ArrayList<>();
    for (Entry<P, V> entry : entries) {
      if (!segments.isEmpty() && segments.getLast().from().compareTo(entry.from()) == 0) {
        segments.removeLast();
      }
      segments.add(entry);
    }
    return Collections.unmodifiableList(segments);
  }
}
