package dev.perennial.processor.state;

import dev.perennial.contracts.CompositeKey;
import java.time.Instant;

/** A subscriber's memory. */
final class SubscriberLayout implements Layout<SubscriberMemory> {

  @Override
  public void write(String key, SubscriberMemory memory, ByteSink out) {
    new FactsLayout(digests(key)).write(memory.facts(), out);
    out.number(memory.subscriptions());
    OwnAlertsLayout.write(memory.raised(), out);
    out.optional(memory.moment(), Instant.EPOCH);
  }

  @Override
  public SubscriberMemory read(String key, ByteSource in) {
    return new SubscriberMemory(
        new FactsLayout(digests(key)).read(in),
        in.small(),
        OwnAlertsLayout.read(in),
        in.optional(Instant.EPOCH));
  }

  @Override
  public boolean isCompressed() {
    return true;
  }

  private static FactDigests digests(String key) {
    String subscriber = CompositeKey.parts(key).get(1);
    return FactDigests.of(subscriber, subscriber);
  }
}
