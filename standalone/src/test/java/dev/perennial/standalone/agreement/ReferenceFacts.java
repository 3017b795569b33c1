package dev.perennial.standalone.agreement;

import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.exchange.Publication;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Tenant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What the sample says of tenant and rates. */
final class ReferenceFacts implements RateTable {

  private final List<Fact> ofTenant = new ArrayList<>();
  private final Map<String, Fact> rates = new TreeMap<>();
  private final List<Fact> all = new ArrayList<>();

  void add(ReferenceEvent event) {
    Fact fact = event.fact();
    if (all.stream().anyMatch(fact::sameAs)) {
      return;
    }
    all.add(fact);
    switch (fact.data()) {
      case TenantUpdated updated -> ofTenant.add(fact);
      case ExchangeRatesPublished published ->
          rates.merge(
              published.rates().date() + " " + published.rates().base(),
              fact,
              (one, other) -> List.of(one, other).stream().max(Comparator.naturalOrder()).get());
      default -> throw new IllegalArgumentException("No reference data");
    }
  }

  Tenant tenant() {
    return Tenant.of(ofTenant);
  }

  void forEach(BiConsumer<Fact, Boolean> factAndWhetherItCounts) {
    Set<Fact> counted = new HashSet<>(FactLog.of(ofTenant).counted());
    counted.addAll(rates.values());
    all.forEach(fact -> factAndWhetherItCounts.accept(fact, counted.contains(fact)));
  }

  @Override
  public List<Publication> on(LocalDate date) {
    return rates.values().stream()
        .map(fact -> new Publication(ratesOf(fact), fact.receivedAt()))
        .filter(publication -> publication.rates().date().equals(date))
        .toList();
  }

  private static ExchangeRates ratesOf(Fact fact) {
    return ((ExchangeRatesPublished) fact.data()).rates();
  }
}
