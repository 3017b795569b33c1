package dev.perennial.ingest.reconciliation;

import dev.perennial.domain.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts a source's receipts of a day, which must come sorted by id. It keeps the receipt of one id
 * and the sums: how large a day is does not matter.
 */
final class Tally {

  private final String source;
  private final IdDigest digest = new IdDigest();
  private final SortedMap<Kind, Long> counts = new TreeMap<>();
  private final SortedMap<Sum, Money> sums = new TreeMap<>();
  private final SortedMap<Sum, Long> summed = new TreeMap<>();
  private long events;
  private long reused;
  private @Nullable ReceivedEvent current;
  private boolean several;

  private record Kind(String type, String status) implements Comparable<Kind> {

    @Override
    public int compareTo(Kind other) {
      return Comparator.comparing(Kind::type).thenComparing(Kind::status).compare(this, other);
    }
  }

  private record Sum(String type, String currency) implements Comparable<Sum> {

    @Override
    public int compareTo(Sum other) {
      return Comparator.comparing(Sum::type).thenComparing(Sum::currency).compare(this, other);
    }
  }

  Tally(String source) {
    this.source = source;
  }

  void add(ReceivedEvent event) {
    ReceivedEvent before = current;
    if (before == null || !before.id().equals(event.id())) {
      endOfId();
      current = event;
      return;
    }
    several = true;
    current = ReceivedEvent.STANDS_FOR_ITS_ID.compare(before, event) >= 0 ? before : event;
  }

  private void endOfId() {
    if (current == null) {
      return;
    }
    events++;
    reused += several ? 1 : 0;
    digest.add(source, current.id());
    counts.merge(new Kind(current.type(), current.wireStatus()), 1L, Long::sum);
    Money amount = current.amount();
    if (amount != null) {
      Sum sum = new Sum(current.type(), amount.currency().getCurrencyCode());
      sums.merge(sum, amount, Money::plus);
      summed.merge(sum, 1L, Long::sum);
    }
    current = null;
    several = false;
  }

  /** To be called once, behind the last receipt. */
  Figures figures() {
    endOfId();
    List<Figures.Count> byType = new ArrayList<>();
    counts.forEach(
        (kind, number) -> byType.add(new Figures.Count(kind.type(), kind.status(), number)));
    List<Figures.Amounts> amounts = new ArrayList<>();
    sums.forEach(
        (sum, total) ->
            amounts.add(
                new Figures.Amounts(
                    sum.type(),
                    sum.currency(),
                    total.value().toPlainString(),
                    summed.getOrDefault(sum, 0L))));
    return new Figures(events, reused, digest.hex(), byType, amounts);
  }
}
