package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.Account.Subscribed;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.fold.Floor;
import dev.perennial.processor.state.SubscriberMemory;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Derivations of subscriptions, with all that they ask for. */
final class Folds {

  private final FoldStores stores;
  private final Erasures erasures;
  private final Owners owners;
  private final RateTable rates;
  private final int partition;

  Folds(FoldStores stores, Erasures erasures, Owners owners, RateTable rates, int partition) {
    this.stores = stores;
    this.erasures = erasures;
    this.owners = owners;
    this.rates = rates;
    this.partition = partition;
  }

  SubscriptionFold of(SubscriptionKey key, SubscriptionMemory memory, Floor floor) {
    return of(key, memory, floor, stores.subscriber(key.subscriber()));
  }

  SubscriptionFold of(
      SubscriptionKey key, SubscriptionMemory memory, Floor floor, SubscriberMemory subscriber) {
    return new SubscriptionFold(
        key, memory, floor, owners.of(key.subscriber(), subscriber), rates, partition);
  }

  /** All subscriptions of a subscriber that have started, as they stand at a moment. */
  List<Subscribed> subscribed(SubscriberKey subscriber, SubscriberMemory memory, Instant asOf) {
    return stores.subscriptionsOf(subscriber).stream()
        .flatMap(each -> subscribed(each, memory, asOf))
        .toList();
  }

  private Stream<Subscribed> subscribed(
      String subscription, SubscriberMemory subscriber, Instant asOf) {
    SubscriptionMemory memory = stores.subscription(subscription).orElseThrow();
    SubscriptionKey key = keyOf(subscription);
    return Subscribed.of(of(key, memory, erasures.floorOf(key), subscriber).view(asOf)).stream();
  }

  static SubscriptionKey keyOf(String subscription) {
    List<String> parts = CompositeKey.parts(subscription);
    return new SubscriberKey(parts.get(0), parts.get(1)).subscription(parts.get(2));
  }
}
