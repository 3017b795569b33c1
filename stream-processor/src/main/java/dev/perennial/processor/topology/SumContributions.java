package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dev.perennial.contracts.projection.ErasedDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Moves a subscriber's monthly totals by the difference of what a subscription added before and
 * what it adds now. Additions only: nothing here can fail but the store.
 */
final class SumContributions extends Stage<Change, Change> {

  private @Nullable KeyValueStore<String, MonthlyTotal> totals;

  @Override
  void open(ProcessorContext<byte[], Change> context) {
    totals = context.getStateStore(StateStores.TOTALS);
  }

  @Override
  void handle(Change change) {
    forward(change);
    if (change instanceof Change.Derived derived && derived.difference().isOfSpend()) {
      forward(new Change.Told(changedTotals(derived)));
    }
  }

  private List<ProjectionDocument> changedTotals(Change.Derived derived) {
    Map<YearMonth, List<Contribution>> before =
        byMonth(derived.difference().gone().contributions());
    Map<YearMonth, List<Contribution>> after = byMonth(derived.difference().come().contributions());
    TreeSet<YearMonth> months = new TreeSet<>(before.keySet());
    months.addAll(after.keySet());
    List<ProjectionDocument> documents = new ArrayList<>();
    for (YearMonth month : months) {
      List<Contribution> gone = before.getOrDefault(month, List.of());
      List<Contribution> come = after.getOrDefault(month, List.of());
      move(derived.subscriber(), month, gone, come).ifPresent(documents::add);
    }
    return documents;
  }

  private static Map<YearMonth, List<Contribution>> byMonth(List<Contribution> contributions) {
    return contributions.stream().collect(groupingBy(Contribution::month));
  }

  private Optional<ProjectionDocument> move(
      SubscriberKey subscriber, YearMonth month, List<Contribution> gone, List<Contribution> come) {
    if (gone.equals(come)) {
      return Optional.empty();
    }
    String id = SubscriberTotalDocument.idOf(subscriber, month);
    MonthlyTotal stored = requireNonNull(totals).get(id);
    MonthlyTotal before = stored == null ? MonthlyTotal.empty() : stored;
    MonthlyTotal after = before.minus(gone).plus(come);
    if (after.equals(before)) {
      return Optional.empty();
    }
    return Optional.of(keep(subscriber, month, after));
  }

  private ProjectionDocument keep(SubscriberKey subscriber, YearMonth month, MonthlyTotal total) {
    String id = SubscriberTotalDocument.idOf(subscriber, month);
    if (total.isEmpty()) {
      requireNonNull(totals).delete(id);
      return new ErasedDocument(Projection.SUBSCRIBER_TOTALS, id, subscriber.tenantId());
    }
    requireNonNull(totals).put(id, total);
    return new SubscriberTotalDocument(subscriber, month, total);
  }
}
