package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.LearnedAlert;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.processor.state.SubscriptionMemory;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the topic of alerts says as the memory of its subscriptions. An alert may be read
 * before its subscription's facts are: then there is a memory without facts until they come.
 */
final class LearnAlerts {

  private static final Logger LOG = LoggerFactory.getLogger(LearnAlerts.class);

  private final FoldStores stores;

  LearnAlerts(FoldStores stores) {
    this.stores = stores;
  }

  /**
   * A subscription's memory with what was read.
   *
   * @param subscription its composite key
   */
  record Learnt(String subscription, SubscriptionMemory memory) {}

  /** Empty where it says nothing of a subscription that is known. */
  Optional<Learnt> learnt(AlertMessage message) {
    return switch (message) {
      case AlertRaised raised -> raised(raised);
      case AlertVoided voided -> voided(voided);
    };
  }

  private Optional<Learnt> raised(AlertRaised raised) {
    Optional<AlertType> type = AlertType.byName(raised.type());
    if (type.isEmpty()) {
      LOG.error("Alert {} is of a type that this release does not know", raised.id());
      return Optional.empty();
    }
    String subscription =
        CompositeKey.of(raised.subscriber().subscription(raised.subscriptionId()));
    SubscriptionMemory before =
        stores.subscription(subscription).orElse(SubscriptionMemory.empty());
    LearnedAlert alert =
        new LearnedAlert(
            type.get(),
            raised.dueOn(),
            raised.lead(),
            raised.revision(),
            raised.id(),
            raised.amount(),
            raised.previousAmount(),
            raised.paymentId());
    return Optional.of(new Learnt(subscription, before.withRaised(alert.addedTo(before.raised()))));
  }

  /** The message does not say which subscription it is about; one subscriber has few. */
  private Optional<Learnt> voided(AlertVoided voided) {
    String subscriber = CompositeKey.of(voided.subscriber());
    for (String subscription :
        stores.subscriptionsOf(new FoldStores.Job(subscriber, ""), Integer.MAX_VALUE)) {
      SubscriptionMemory before = stores.subscription(subscription).orElseThrow();
      RaisedAlerts after = LearnedAlert.voided(before.raised(), voided.id());
      if (!after.equals(before.raised())) {
        return Optional.of(new Learnt(subscription, before.withRaised(after)));
      }
    }
    return Optional.empty();
  }
}
