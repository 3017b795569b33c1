package dev.perennial.processor.topology;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.Account;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.processor.state.SubscriberMemory;
import java.time.Instant;
import java.util.function.IntConsumer;
import org.apache.kafka.streams.state.KeyValueStore;

/** What there is to know of subscribers beside their own facts, read where it is asked for. */
final class Accounts {

  private final KeyValueStore<String, MonthlyTotal> totals;
  private final Folds folds;

  Accounts(KeyValueStore<String, MonthlyTotal> totals, Folds folds) {
    this.totals = totals;
    this.folds = folds;
  }

  /**
   * @param derived is told of how many subscriptions were derived
   */
  Account of(
      SubscriberKey key,
      SubscriberMemory memory,
      Subscriber owner,
      Instant tick,
      IntConsumer derived) {
    return new StoredAccount(
        totals,
        key,
        owner.homeCurrencyAt(tick).isPresent(),
        () -> {
          derived.accept(memory.subscriptions());
          return folds.subscribed(key, memory, tick);
        });
  }
}
