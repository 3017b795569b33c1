package dev.perennial.processor.state;

import dev.perennial.domain.total.MonthlyTotal;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Memory as bytes: the layout's version, then the layout. A later release reads what an earlier one
 * has written, or refuses it by name. Layout 3 is what is written; layout 2 was JSON, and each of
 * its values is layout 3 from its next write on.
 */
public final class MemoryFormat<T> {

  static final byte JSON_LAYOUT = 2;
  static final byte COMPACT_LAYOUT = 3;

  private static final String NO_KEY = "";

  private final Class<T> type;
  private final Layout<T> layout;

  private MemoryFormat(Class<T> type, Layout<T> layout) {
    this.type = type;
    this.layout = layout;
  }

  /** Under the composite keys of subscriptions. */
  public static MemoryFormat<SubscriptionMemory> subscriptions() {
    return new MemoryFormat<>(SubscriptionMemory.class, new SubscriptionLayout());
  }

  /** Under the composite keys of subscribers. */
  public static MemoryFormat<SubscriberMemory> subscribers() {
    return new MemoryFormat<>(SubscriberMemory.class, new SubscriberLayout());
  }

  public static MemoryFormat<MonthlyTotal> totals() {
    return new MemoryFormat<>(MonthlyTotal.class, new TotalLayout());
  }

  public static MemoryFormat<PartitionMemory> partitions() {
    return new MemoryFormat<>(PartitionMemory.class, new PartitionLayout());
  }

  /** A serde sees no key: only for totals and partitions, whose layouts need none. */
  public Serde<T> serde() {
    return Serdes.serdeFrom(
        (topic, memory) -> memory == null ? null : write(NO_KEY, memory),
        (topic, bytes) -> bytes == null ? null : read(NO_KEY, bytes));
  }

  public byte[] write(String key, T memory) {
    ByteSink out = new ByteSink();
    layout.write(key, memory, out);
    byte[] value = out.toByteArray();
    return layout.isCompressed()
        ? Compression.deflated(COMPACT_LAYOUT, value)
        : ByteSink.joined(COMPACT_LAYOUT, value);
  }

  /**
   * @throws SerializationException if this release does not know the layout, or the bytes are
   *     broken
   */
  public T read(String key, byte[] bytes) {
    return switch (bytes.length == 0 ? 0 : bytes[0]) {
      case JSON_LAYOUT -> layout.converted(JsonLayout.read(bytes, type));
      case COMPACT_LAYOUT -> compact(key, bytes);
      default ->
          throw new SerializationException(
              "The store holds %s in a layout that this release does not know"
                  .formatted(type.getSimpleName()));
    };
  }

  private T compact(String key, byte[] bytes) {
    try {
      ByteSource in =
          layout.isCompressed()
              ? new ByteSource(Compression.inflated(bytes, 1), 0)
              : new ByteSource(bytes, 1);
      T memory = layout.read(key, in);
      in.end();
      return memory;
    } catch (RuntimeException broken) {
      // Whatever the domain or the codec says of broken bytes.
      throw new SerializationException("The store holds a broken " + type.getSimpleName(), broken);
    }
  }
}
