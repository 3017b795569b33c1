package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/** subscription.resumed: a pause ends on the local day of the event's time. */
public record SubscriptionResumed(Anchor anchor) implements SubscriptionData {

  /** Whether due dates stay where they were, or are counted from the day of resuming. */
  public enum Anchor {
    UNCHANGED,
    NOW
  }

  public SubscriptionResumed {
    requireNonNull(anchor, "anchor");
  }
}
