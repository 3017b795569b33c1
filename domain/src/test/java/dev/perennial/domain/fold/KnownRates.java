package dev.perennial.domain.fold;

import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.exchange.Publication;
import dev.perennial.domain.exchange.RateTable;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rates as they come in one by one: of several for one base and date the last in order counts. */
final class KnownRates implements RateTable {

  private record Place(Currency base, LocalDate date) {}

  private final Map<Place, Fact> facts = new HashMap<>();

  void add(Fact fact) {
    ExchangeRates rates = rates(fact);
    facts.merge(
        new Place(rates.base(), rates.date()),
        fact,
        (known, arrived) -> FactLog.of(List.of(known, arrived)).facts().getLast());
  }

  @Override
  public List<Publication> on(LocalDate date) {
    return facts.values().stream()
        .filter(fact -> rates(fact).date().equals(date))
        .map(fact -> new Publication(rates(fact), fact.receivedAt()))
        .toList();
  }

  private static ExchangeRates rates(Fact fact) {
    return ((ExchangeRatesPublished) fact.data()).rates();
  }
}
