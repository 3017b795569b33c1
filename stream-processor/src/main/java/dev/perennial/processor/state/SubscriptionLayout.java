package dev.perennial.processor.state;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.PaymentData;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A subscription's memory. */
final class SubscriptionLayout implements Layout<SubscriptionMemory> {

  @Override
  public void write(String key, SubscriptionMemory memory, ByteSink out) {
    new FactsLayout(digests(key)).write(memory.facts(), out);
    writeTold(memory, out);
    new AdditionsLayout().write(memory.additions(), out);
    List<String> raised = JsonLayout.write(memory.raised());
    out.number(raised.size());
    raised.forEach(out::text);
    out.optional(memory.moment(), Instant.EPOCH);
  }

  @Override
  public SubscriptionMemory read(String key, ByteSource in) {
    StoredFacts facts = new FactsLayout(digests(key)).read(in);
    return new SubscriptionMemory(
        facts,
        readTold(facts, in),
        new AdditionsLayout().read(in),
        JsonLayout.raised(in.list(in::text)),
        in.optional(Instant.EPOCH));
  }

  @Override
  public boolean isCompressed() {
    return true;
  }

  private static FactDigests digests(String key) {
    List<String> parts = CompositeKey.parts(key);
    return FactDigests.of(parts.get(2), parts.get(1));
  }

  /** Nearly all that is told of is named by the facts: then its name is not kept again. */
  private static void writeTold(SubscriptionMemory memory, ByteSink out) {
    Map<String, String> others = new TreeMap<>(memory.told());
    for (String name : names(memory.facts())) {
      String digest = others.remove(name);
      out.text(digest == null ? "" : digest);
    }
    out.number(others.size());
    others.forEach(
        (name, digest) -> {
          out.text(name);
          out.text(digest);
        });
  }

  private static Map<String, String> readTold(StoredFacts facts, ByteSource in) {
    Map<String, String> told = new HashMap<>();
    for (String name : names(facts)) {
      String digest = in.text();
      if (!digest.isEmpty()) {
        told.put(name, digest);
      }
    }
    for (int others = in.size(); others > 0; others--) {
      told.put(in.text(), in.text());
    }
    return told;
  }

  /** What documents there may be: the subscription's own, and one a payment. */
  private static Set<String> names(StoredFacts facts) {
    Set<String> names = new LinkedHashSet<>();
    names.add("");
    for (StoredFact stored : facts.entries()) {
      if (stored.fact().data() instanceof PaymentData payment) {
        names.add(payment.paymentId());
      }
    }
    return names;
  }
}
