package dev.perennial.processor.state;

import dev.perennial.contracts.CompositeKey;
import java.util.List;
import java.util.TreeSet;

/** Rates, under their date and base. */
final class RateLayout implements Layout<RateMemory> {

  @Override
  public void write(String key, RateMemory memory, ByteSink out) {
    out.text(memory.tenantId());
    new FactsLayout(digests(key)).write(new StoredFacts(List.of(memory.fact())), out);
    out.number(memory.superseded().size());
    memory.superseded().forEach(out::text);
  }

  @Override
  public RateMemory read(String key, ByteSource in) {
    String tenantId = in.text();
    StoredFact fact = new FactsLayout(digests(key)).read(in).entries().getFirst();
    TreeSet<String> superseded = new TreeSet<>();
    for (int left = in.size(); left > 0; left--) {
      superseded.add(in.text());
    }
    return new RateMemory(tenantId, fact, superseded);
  }

  @Override
  public boolean isCompressed() {
    return true;
  }

  private static FactDigests digests(String key) {
    return FactDigests.of(CompositeKey.parts(key).get(1), "");
  }
}
