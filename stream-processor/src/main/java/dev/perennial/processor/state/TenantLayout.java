package dev.perennial.processor.state;

import dev.perennial.contracts.CompositeKey;

/** What a tenant has said, under its id. */
final class TenantLayout implements Layout<StoredFacts> {

  @Override
  public void write(String key, StoredFacts facts, ByteSink out) {
    new FactsLayout(digests(key)).write(facts, out);
  }

  @Override
  public StoredFacts read(String key, ByteSource in) {
    return new FactsLayout(digests(key)).read(in);
  }

  @Override
  public boolean isCompressed() {
    return true;
  }

  private static FactDigests digests(String key) {
    return FactDigests.of(CompositeKey.parts(key).getFirst(), "");
  }
}
