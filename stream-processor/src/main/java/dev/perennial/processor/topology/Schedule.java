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
 * When each subscription is to be looked at. A key is the moment's milliseconds, big-endian, then
 * the subscription's key, so that the order of bytes is the order of time.
 */
final class Schedule {

  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  Schedule(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  record Entry(Instant moment, String subscription) {}

  void add(Instant moment, String subscription) {
    store.put(key(moment, subscription), PRESENT);
  }

  void remove(Instant moment, String subscription) {
    store.delete(key(moment, subscription));
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

  /** A subscription's key is never empty, so the moment after the range alone ends it. */
  private KeyValueIterator<Bytes, byte[]> range(Instant from, Instant to) {
    return store.range(key(from, ""), key(to.plusMillis(1), ""));
  }

  private static Bytes key(Instant moment, String subscription) {
    byte[] id = subscription.getBytes(UTF_8);
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
