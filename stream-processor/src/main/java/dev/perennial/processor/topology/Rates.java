package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.event.ExchangeRatesPublished;
import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.domain.exchange.Publication;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.processor.state.MemoryStore;
import dev.perennial.processor.state.RateMemory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rates that count, of each base and date one publication. */
final class Rates implements RateTable {

  /** Dates: most payments are of the last months, and a date's rates take some kilobytes. */
  private static final int CACHED = 256;

  private final MemoryStore<RateMemory> store;
  private final BoundedCache<LocalDate, List<Publication>> cache = new BoundedCache<>(CACHED);

  Rates(MemoryStore<RateMemory> store) {
    this.store = store;
  }

  Optional<RateMemory> get(ExchangeRates rates) {
    return store.get(key(rates));
  }

  void put(ExchangeRates rates, RateMemory memory) {
    store.put(key(rates), memory);
    cache.forget(rates.date());
  }

  @Override
  public List<Publication> on(LocalDate date) {
    return cache.get(date, this::read);
  }

  private List<Publication> read(LocalDate date) {
    return store
        .range(FoldStores.under(date.toString()), FoldStores.behind(date.toString()))
        .stream()
        .map(Rates::publication)
        .toList();
  }

  private static Publication publication(RateMemory memory) {
    if (memory.fact().fact().data() instanceof ExchangeRatesPublished published) {
      return new Publication(published.rates(), memory.fact().fact().receivedAt());
    }
    throw new IllegalStateException("The store of rates holds something else");
  }

  private static String key(ExchangeRates rates) {
    return CompositeKey.of(rates.date().toString(), rates.base().getCurrencyCode());
  }
}
