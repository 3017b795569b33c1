package dev.perennial.processor.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Memory in a store of bytes. A serde sees no keys, and what a key says the value need not repeat,
 * so it is put into bytes and read from them here.
 */
public final class MemoryStore<T> {

  private final KeyValueStore<String, byte[]> store;
  private final MemoryFormat<T> format;

  public MemoryStore(KeyValueStore<String, byte[]> store, MemoryFormat<T> format) {
    this.store = store;
    this.format = format;
  }

  public Optional<T> get(String key) {
    byte[] bytes = store.get(key);
    return bytes == null ? Optional.empty() : Optional.of(format.read(key, bytes));
  }

  public void put(String key, T memory) {
    store.put(key, format.write(key, memory));
  }

  public void delete(String key) {
    store.delete(key);
  }

  /** All of a range, in the order of the keys. */
  public List<T> range(String from, String to) {
    List<T> found = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range(from, to)) {
      while (range.hasNext()) {
        KeyValue<String, byte[]> entry = range.next();
        found.add(format.read(entry.key, entry.value));
      }
    }
    return found;
  }

  /** The first keys of a range that a condition holds for; no value is read. */
  public List<String> keys(String from, String to, Predicate<String> wanted, int most) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> range = store.range(from, to)) {
      while (range.hasNext() && keys.size() < most) {
        String key = range.next().key;
        if (wanted.test(key)) {
          keys.add(key);
        }
      }
    }
    return keys;
  }
}
