package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Account;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.processor.state.SubscriberMemory;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;

/** What there is to know of subscribers beside their own facts, read where it is asked for. */
final class Accounts {

  private final KeyValueStore<String, MonthlyTotal> totals;
  private final Folds folds;

  Accounts(KeyValueStore<String, MonthlyTotal> totals, Folds folds) {
    this.totals = totals;
    this.folds = folds;
  }

  Account of(SubscriberKey key, SubscriberMemory memory, Subscriber owner, Instant tick) {
    return new StoredAccount(
        totals,
        key,
        owner.homeCurrencyAt(tick).isPresent(),
        () -> folds.subscribed(key, memory, tick));
  }
}
