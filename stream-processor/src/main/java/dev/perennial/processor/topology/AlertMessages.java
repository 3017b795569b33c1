package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.domain.fold.SubscriptionState;

/** The domain's alerts as messages. */
final class AlertMessages {

  private AlertMessages() {}

  static AlertMessage of(dev.perennial.domain.alert.AlertRaised alert) {
    SubscriptionState subscription = alert.subscription();
    return new AlertRaised(
        alert.id(),
        alert.type().wireName(),
        subscription.key().subscriber(),
        subscription.key().subscriptionId(),
        subscription.name(),
        subscription.vendor(),
        subscription.category(),
        alert.dueOn(),
        alert.lead(),
        alert.daysLeft(),
        alert.amount(),
        alert.previousAmount(),
        alert.renewalOn(),
        alert.paymentId(),
        alert.expectedAmount(),
        alert.duplicateOf(),
        subscription.terms().collection(),
        alert.revision(),
        alert.fireAt(),
        alert.raisedAt(),
        subscription.zone(),
        alert.locale().orElse(null),
        alert.routing().orElse(null),
        subscription.url());
  }
}
