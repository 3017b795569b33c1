package dev.perennial.ingest.stripe;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What one of Stripe's events is to us. */
sealed interface Mapped {

  /**
   * @param happenedAt to Stripe's second
   * @param events in CloudEvents' JSON format, at least one
   */
  record Events(Instant happenedAt, List<ObjectNode> events) implements Mapped {

    public Events {
      events = List.copyOf(events);
    }
  }

  record Ignored(Reason reason) implements Mapped {}

  /** What it is about may still come: Stripe is to try again. */
  record NotYet() implements Mapped {}
}
