package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.SubscriberKey;

/**
 * A fact with its address: whose it is, and what it is about.
 *
 * @param subject the subscription's id for subscription and payment events, the alert's for alert
 *     events, else the subscriber's
 */
public record Event(SubscriberKey subscriber, String subject, Fact fact) {

  public Event {
    requireNonNull(subscriber, "subscriber");
    requireNonNull(subject, "subject");
    requireNonNull(fact, "fact");
  }
}
