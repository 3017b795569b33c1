package dev.perennial.contracts.alert;

import dev.perennial.domain.fold.SubscriptionState;

/** The domain's alerts as messages. */
public final class AlertMessages {

  private AlertMessages() {}

  public static AlertMessage of(dev.perennial.domain.alert.AlertRaised alert) {
    return new AlertRaised(
        alert.id(),
        alert.type().wireName(),
        alert.subscriber(),
        content(alert.content()),
        alert.dueOn(),
        alert.lead(),
        alert.daysLeft(),
        alert.revision(),
        alert.fireAt(),
        alert.raisedAt(),
        alert.zone(),
        alert.locale().orElse(null),
        alert.routing().orElse(null));
  }

  private static AlertContent content(dev.perennial.domain.alert.AlertContent content) {
    return switch (content) {
      case dev.perennial.domain.alert.AlertContent.OfSubscription subscription ->
          content(subscription);
      case dev.perennial.domain.alert.AlertContent.OfBudget budget ->
          new AlertContent.OfBudget(budget.amount(), budget.budget(), budget.period());
      case dev.perennial.domain.alert.AlertContent.OfDigest digest ->
          new AlertContent.OfDigest(digest.digest());
    };
  }

  private static AlertContent content(
      dev.perennial.domain.alert.AlertContent.OfSubscription content) {
    SubscriptionState subscription = content.subscription();
    return new AlertContent.OfSubscription(
        subscription.key().subscriptionId(),
        subscription.name(),
        subscription.vendor(),
        subscription.category(),
        content.amount(),
        content.previousAmount(),
        content.renewalOn(),
        content.paymentId(),
        content.expectedAmount(),
        content.duplicateOf(),
        subscription.terms().collection(),
        subscription.url());
  }
}
