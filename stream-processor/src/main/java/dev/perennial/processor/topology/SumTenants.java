package dev.perennial.processor.topology;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.projection.ErasedDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.TenantTotalDocument;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.total.TenantTotal;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Moves tenants' months by the difference of what a subscription added before and what it adds now.
 * A month changes with nearly every event, so it is told once a pass at most: at its end, before
 * the watermarks that cover it.
 */
final class SumTenants extends Stage<Change, Change> {

  private final Limits limits;
  private @Nullable TenantMonths months;

  SumTenants(Limits limits) {
    this.limits = limits;
  }

  @Override
  void open(ProcessorContext<byte[], Change> context) {
    months =
        new TenantMonths(
            context.getStateStore(StateStores.TENANT_TOTALS),
            context.getStateStore(StateStores.CHANGED_TENANT_MONTHS));
  }

  @Override
  void handle(Change change) {
    if (change instanceof PassEnded pass) {
      forward(pass.complete() && pass.tick() != null ? told(pass) : pass);
      return;
    }
    forward(change);
    if (change instanceof Change.Derived derived && !derived.difference().isNone()) {
      move(derived);
    }
  }

  private void move(Change.Derived derived) {
    SortedMap<YearMonth, TenantTotal> before = TenantTotal.byMonth(derived.difference().gone());
    SortedMap<YearMonth, TenantTotal> after = TenantTotal.byMonth(derived.difference().come());
    TreeSet<YearMonth> moved = new TreeSet<>(before.keySet());
    moved.addAll(after.keySet());
    for (YearMonth month : moved) {
      TenantTotal come = after.getOrDefault(month, TenantTotal.empty());
      TenantTotal gone = before.getOrDefault(month, TenantTotal.empty());
      months().move(derived.subscriber().tenantId(), month, come.minus(gone));
    }
  }

  /** As many as one turn may hold; the others keep the pass open. */
  private PassEnded told(PassEnded pass) {
    List<TenantMonths.Month> changed = months().changed(limits.pass() + 1);
    List<ProjectionDocument> documents =
        changed.stream().limit(limits.pass()).map(this::document).toList();
    if (!documents.isEmpty()) {
      forward(new Change.Told(documents));
    }
    return changed.size() > limits.pass() ? pass.incomplete() : pass;
  }

  private ProjectionDocument document(TenantMonths.Month changed) {
    TenantTotal total = months().told(changed);
    String id = TenantTotalDocument.idOf(changed.tenantId(), changed.month(), partition());
    return total.isEmpty()
        ? new ErasedDocument(Projection.TENANT_TOTALS, id, changed.tenantId())
        : new TenantTotalDocument(changed.tenantId(), changed.month(), partition(), total);
  }

  private TenantMonths months() {
    return requireNonNull(months);
  }
}
