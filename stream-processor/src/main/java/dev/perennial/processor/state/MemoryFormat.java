package dev.perennial.processor.state;

import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Memory as bytes: the layout's version, then the layout. A later release reads what an earlier one
 * has written, or refuses it by name. Layouts before 4 knew neither categories of days nor home
 * amounts nor movements, and these cannot be made up from what they kept: they are refused.
 */
public final class MemoryFormat<T> {

  static final byte LAYOUT = 4;

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

  /** Under date and base. */
  public static MemoryFormat<RateMemory> rates() {
    return new MemoryFormat<>(RateMemory.class, new RateLayout());
  }

  /** Under the tenants' ids. */
  public static MemoryFormat<StoredFacts> tenants() {
    return new MemoryFormat<>(StoredFacts.class, new TenantLayout());
  }

  public static MemoryFormat<TenantTotal.Sum> tenantTotals() {
    return new MemoryFormat<>(TenantTotal.Sum.class, new SumLayout());
  }

  public static MemoryFormat<PartitionMemory> partitions() {
    return new MemoryFormat<>(PartitionMemory.class, new PartitionLayout());
  }

  /** A serde sees no key: only for totals, sums and partitions, whose layouts need none. */
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
        ? Compression.deflated(LAYOUT, value)
        : ByteSink.joined(LAYOUT, value);
  }

  /**
   * @throws SerializationException if this release does not know the layout, or the bytes are
   *     broken
   */
  public T read(String key, byte[] bytes) {
    byte found = bytes.length == 0 ? 0 : bytes[0];
    if (found != LAYOUT) {
      throw new SerializationException(refusal(found));
    }
    return compact(key, bytes);
  }

  private String refusal(byte found) {
    return found > 0 && found < LAYOUT
        ? "The store holds %s in layout %d of an earlier release: build the next epoch (docs/replay.md)"
            .formatted(type.getSimpleName(), found)
        : "The store holds %s in a layout that this release does not know"
            .formatted(type.getSimpleName());
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
