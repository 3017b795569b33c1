package dev.perennial.standalone.agreement;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.fold.SubscriptionState;

/** The domain's alerts as they are on their topic. */
final class AlertJson {

  private AlertJson() {}

  static String of(AlertRaised alert) {
    return new String(
        AlertCodec.encode(
            new dev.perennial.contracts.alert.AlertRaised(
                alert.id(),
                alert.type().wireName(),
                alert.subscriber(),
                content(alert),
                alert.dueOn(),
                alert.lead(),
                alert.daysLeft(),
                alert.revision(),
                alert.fireAt(),
                alert.raisedAt(),
                alert.zone(),
                alert.locale().orElse(null),
                alert.routing().orElse(null))),
        UTF_8);
  }

  private static AlertContent content(AlertRaised alert) {
    return switch (alert.content()) {
      case dev.perennial.domain.alert.AlertContent.OfSubscription content -> {
        SubscriptionState state = content.subscription();
        yield new AlertContent.OfSubscription(
            state.key().subscriptionId(),
            state.name(),
            state.vendor(),
            state.category(),
            content.amount(),
            content.previousAmount(),
            content.renewalOn(),
            content.paymentId(),
            content.expectedAmount(),
            content.duplicateOf(),
            state.terms().collection(),
            state.url());
      }
      case dev.perennial.domain.alert.AlertContent.OfBudget content ->
          new AlertContent.OfBudget(content.amount(), content.budget(), content.period());
      case dev.perennial.domain.alert.AlertContent.OfDigest content ->
          new AlertContent.OfDigest(content.digest());
    };
  }
}
