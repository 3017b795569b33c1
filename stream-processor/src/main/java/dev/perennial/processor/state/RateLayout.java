package dev.perennial.processor.state;

import dev.perennial.contracts.CompositeKey;
import java.util.List;

/** Rates, under their date and base. */
final class RateLayout implements Layout<RateMemory> {

  @Override
  public void write(String key, RateMemory memory, ByteSink out) {
    out.text(memory.tenantId());
    new FactsLayout(digests(key)).write(new StoredFacts(List.of(memory.fact())), out);
  }

  @Override
  public RateMemory read(String key, ByteSource in) {
    return new RateMemory(in.text(), new FactsLayout(digests(key)).read(in).entries().getFirst());
  }

  @Override
  public boolean isCompressed() {
    return true;
  }

  private static FactDigests digests(String key) {
    return FactDigests.of(CompositeKey.parts(key).get(1), "");
  }
}
