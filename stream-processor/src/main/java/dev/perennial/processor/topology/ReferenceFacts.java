package dev.perennial.processor.topology;

import static dev.perennial.domain.fold.FactStatus.Outcome.APPLIED;
import static dev.perennial.domain.fold.FactStatus.Outcome.SUPERSEDED;

import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Tenant;
import dev.perennial.processor.state.RateMemory;
import dev.perennial.processor.state.StoredFact;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What tenants say and which rates are published: it lies in every partition, and each derives anew
 * what it changes there. Its senders are told by the first partition alone.
 */
final class ReferenceFacts {

  private final Tenants tenants;
  private final Rates rates;
  private final Intake intake;
  private final Jobs jobs;
  private final int partition;

  ReferenceFacts(Tenants tenants, Rates rates, Intake intake, Jobs jobs, int partition) {
    this.tenants = tenants;
    this.rates = rates;
    this.intake = intake;
    this.jobs = jobs;
    this.partition = partition;
  }

  void arrived(Work.ReferenceArrived arrived) {
    EventData data = arrived.fact().data();
    if (data instanceof TenantUpdated) {
      tenant(arrived);
    } else if (data instanceof ExchangeRatesPublished published) {
      rates(arrived, published.rates());
    } else {
      throw new IllegalStateException("Reference data of a kind that nothing is known of");
    }
  }

  private void tenant(Work.ReferenceArrived arrived) {
    String tenantId = arrived.tenantId();
    intake
        .added(arrived, tenants.facts(tenantId))
        .flatMap(
            facts ->
                intake.tried(
                    arrived,
                    () -> {
                      // Read now, so that what no tenant can be made of is refused and not kept.
                      Tenant.of(facts.log().facts());
                      return CountedFacts.of(facts);
                    }))
        .ifPresent(
            counted -> {
              tenants.put(tenantId, counted.all());
              counted.changed().forEach(stored -> tell(tenantId, stored));
              jobs.start(new Job.OfTenant(tenantId), arrived.now());
            });
  }

  /** Of several for one base and date the last in order counts. */
  private void rates(Work.ReferenceArrived arrived, ExchangeRates published) {
    Fact fact = arrived.fact();
    Optional<RateMemory> before = rates.get(published);
    FactLog known = FactLog.of(before.map(memory -> memory.fact().fact()).stream().toList());
    FactLog all = known.add(fact);
    if (all == known || before.filter(memory -> memory.hasSuperseded(fact)).isPresent()) {
      intake.known();
      return;
    }
    intake.folded();
    StoredFact stored = new StoredFact(fact, arrived.origin().offset(), APPLIED);
    if (before.isPresent() && !fact.equals(all.facts().getLast())) {
      rates.put(published, before.get().withSuperseded(fact));
      tell(arrived.tenantId(), stored.told(SUPERSEDED));
      return;
    }
    rates.put(published, counting(arrived.tenantId(), stored, before));
    tell(arrived.tenantId(), stored);
    jobs.start(new Job.OfRates(published.date()), arrived.now());
  }

  /** What counts from now on, and says so of what counted before. */
  private RateMemory counting(String tenantId, StoredFact stored, Optional<RateMemory> before) {
    Optional<RateMemory> other =
        before.filter(memory -> !memory.fact().fact().sameAs(stored.fact()));
    other.ifPresent(memory -> tell(memory.tenantId(), memory.fact().told(SUPERSEDED)));
    RateMemory after =
        new RateMemory(
            tenantId,
            stored,
            before.map(RateMemory::superseded).orElse(Collections.emptySortedSet()));
    return other.map(memory -> after.withSuperseded(memory.fact().fact())).orElse(after);
  }

  private void tell(String tenantId, StoredFact stored) {
    Receipts.ofReference(tenantId, stored, partition)
        .ifPresent(receipt -> intake.forward(new Change.Told(List.of(receipt))));
  }
}
