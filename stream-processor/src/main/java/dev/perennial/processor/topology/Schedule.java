package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When each subscription, and each subscriber itself, is to be looked at. A key is the moment's
 * milliseconds, big-endian, then the composite key, so that the order of bytes is the order of
 * time.
 */
final class Schedule {

  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  Schedule(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /**
   * @param key composite: two parts name a subscriber, three a subscription
   */
  record Entry(Instant moment, String key) {}

  void add(Instant moment, String key) {
    store.put(bytes(moment, key), PRESENT);
  }

  void remove(Instant moment, String key) {
    store.delete(bytes(moment, key));
  }

  /** The first entries of the range in the order of time, both ends included. */
  List<Entry> first(int most, Instant from, Instant to) {
    List<Entry> entries = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> due = range(from, to)) {
      while (due.hasNext() && entries.size() < most) {
        entries.add(entry(due.next().key));
      }
    }
    return entries;
  }

  /** A composite key is never empty, so the moment after the range alone ends it. */
  private KeyValueIterator<Bytes, byte[]> range(Instant from, Instant to) {
    return store.range(bytes(from, ""), bytes(to.plusMillis(1), ""));
  }

  private static Bytes bytes(Instant moment, String key) {
    byte[] id = key.getBytes(UTF_8);
    return Bytes.wrap(
        ByteBuffer.allocate(Long.BYTES + id.length)
            .putLong(Math.max(0, ceilMillis(moment)))
            .put(id)
            .array());
  }

  /** Rounded up: what is scheduled is never found before its moment. */
  private static long ceilMillis(Instant moment) {
    long millis = moment.toEpochMilli();
    return moment.getNano() % 1_000_000 == 0 ? millis : millis + 1;
  }

  private static Entry entry(Bytes key) {
    ByteBuffer bytes = ByteBuffer.wrap(key.get());
    Instant moment = Instant.ofEpochMilli(bytes.getLong());
    return new Entry(moment, UTF_8.decode(bytes).toString());
  }
}
