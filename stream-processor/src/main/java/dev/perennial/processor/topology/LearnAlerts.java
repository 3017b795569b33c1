package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.alert.SubscriberErased;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.LearnedAlert;
import dev.perennial.domain.alert.LearnedOwnAlert;
import dev.perennial.domain.alert.OwnAlerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.processor.state.SubscriptionMemory;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the topic of alerts says as the memory of subscriptions and subscribers. An alert may
 * be read before its subscription's facts are: then there is a memory without facts until they
 * come.
 */
final class LearnAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(LearnAlerts.class);

  private final FoldStores stores;
  private final SubscriptionFacts subscriptions;
  private final Watch watch;

  LearnAlerts(FoldStores stores, SubscriptionFacts subscriptions, Watch watch) {
    this.stores = stores;
    this.subscriptions = subscriptions;
    this.watch = watch;
  }

  /**
   * The next tick looks at the subscription: what was raised may be what our rules do not raise.
   *
   * @param now the business clock; null before the first tick
   */
  void learn(AlertMessage message, @Nullable Instant now) {
    switch (message) {
      case AlertRaised raised -> raised(raised, now);
      case AlertVoided voided -> voided(voided, now);
      case SubscriberErased erased -> forget(erased);
    }
  }

  private void keep(Learnt learnt, @Nullable Instant now) {
    if (now == null || !learnt.memory().hasFacts()) {
      stores.put(learnt.subscription(), learnt.memory());
    } else {
      SubscriptionKey key = Folds.keyOf(learnt.subscription());
      subscriptions.write(Folded.postponed(key, learnt.memory(), now), now);
    }
  }

  /** What was raised before an erasure has no facts that are still to come. */
  private void forget(SubscriberErased erased) {
    stores.subscriptionsOf(erased.subscriber()).stream()
        .filter(each -> !stores.subscription(each).orElseThrow().hasFacts())
        .forEach(stores::remove);
    watch.learn(erased.subscriber(), OwnAlerts.none(), null);
  }

  /**
   * A subscription's memory with what was read.
   *
   * @param subscription its composite key
   */
  private record Learnt(String subscription, SubscriptionMemory memory) {}

  private void raised(AlertRaised raised, @Nullable Instant now) {
    Optional<AlertType> type = AlertType.byName(raised.type());
    if (type.isEmpty()) {
      LOG.error("Alert {} is of a type that this release does not know", raised.id());
      return;
    }
    switch (raised.content()) {
      case AlertContent.OfSubscription content -> keep(learnt(raised, type.get(), content), now);
      case AlertContent.OfBudget budget ->
          own(
              raised,
              type.get(),
              new dev.perennial.domain.alert.AlertContent.OfBudget(
                  budget.amount(), budget.budget(), budget.period()),
              now);
      case AlertContent.OfDigest digest ->
          own(
              raised,
              type.get(),
              new dev.perennial.domain.alert.AlertContent.OfDigest(digest.digest()),
              now);
    }
  }

  private void own(
      AlertRaised raised,
      AlertType type,
      dev.perennial.domain.alert.AlertContent content,
      @Nullable Instant now) {
    LearnedOwnAlert alert =
        new LearnedOwnAlert(
            type,
            raised.dueOn(),
            raised.lead(),
            raised.revision(),
            raised.id(),
            content,
            raised.raisedAt());
    OwnAlerts before = stores.subscriber(raised.subscriber()).raised();
    watch.learn(raised.subscriber(), alert.addedTo(before), now);
  }

  private Learnt learnt(AlertRaised raised, AlertType type, AlertContent.OfSubscription content) {
    String subscription =
        CompositeKey.of(raised.subscriber().subscription(content.subscriptionId()));
    SubscriptionMemory before =
        stores.subscription(subscription).orElse(SubscriptionMemory.empty());
    LearnedAlert alert =
        new LearnedAlert(
            type,
            raised.dueOn(),
            raised.lead(),
            raised.revision(),
            raised.id(),
            content.amount(),
            content.previousAmount(),
            content.paymentId(),
            content.expectedAmount(),
            raised.raisedAt());
    return new Learnt(subscription, before.withRaised(alert.addedTo(before.raised())));
  }

  /** The message does not say what it is about; one subscriber has few subscriptions. */
  private void voided(AlertVoided voided, @Nullable Instant now) {
    OwnAlerts own = stores.subscriber(voided.subscriber()).raised();
    OwnAlerts after = LearnedOwnAlert.voided(own, voided.id());
    if (after.equals(own)) {
      ofSubscription(voided).ifPresent(learnt -> keep(learnt, now));
    } else {
      watch.learn(voided.subscriber(), after, now);
    }
  }

  private Optional<Learnt> ofSubscription(AlertVoided voided) {
    for (String subscription : stores.subscriptionsOf(voided.subscriber())) {
      SubscriptionMemory before = stores.subscription(subscription).orElseThrow();
      RaisedAlerts after = LearnedAlert.voided(before.raised(), voided.id());
      if (!after.equals(before.raised())) {
        return Optional.of(new Learnt(subscription, before.withRaised(after)));
      }
    }
    return Optional.empty();
  }
}
