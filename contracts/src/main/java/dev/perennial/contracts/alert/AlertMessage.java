package dev.perennial.contracts.alert;

import dev.perennial.domain.SubscriberKey;

/**
 * One record of the {@code alerts} topic: a fact worth telling a subscriber, or its withdrawal. The
 * topic's key is the subscriber, so both arrive in order.
 */
public sealed interface AlertMessage permits AlertRaised, AlertVoided {

  /** Names the alert; a voided message names the alert that it withdraws. */
  String id();

  SubscriberKey subscriber();
}
