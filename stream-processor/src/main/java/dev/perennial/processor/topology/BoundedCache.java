package dev.perennial.processor.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was read from a store of the same task, as objects; the least recently used goes first. */
final class BoundedCache<K, V> {

  private final Map<K, V> entries;

  BoundedCache(int most) {
    entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  V get(K key, Function<K, V> read) {
    V known = entries.get(key);
    if (known == null) {
      known = read.apply(key);
      entries.put(key, known);
    }
    return known;
  }

  void forget(K key) {
    entries.remove(key);
  }
}
