package dev.perennial.contracts.alert;

import dev.perennial.domain.SubscriberKey;

/**
 * One record of the {@code alerts} topic: a fact worth telling a subscriber, its withdrawal, or
 * that the subscriber is to be forgotten. The topic's key is the subscriber, so they arrive in
 * order.
 */
public sealed interface AlertMessage permits AlertRaised, AlertVoided, SubscriberErased {

  /** Names the alert, a withdrawal by the alert that it withdraws; an erasure names itself. */
  String id();

  SubscriberKey subscriber();
}
