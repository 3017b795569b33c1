package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/**
 * subscription.changed that takes an earlier one back before its first day.
 *
 * @param changeId the id of the change, which is from the same source
 */
public record ChangeWithdrawn(String changeId) implements SubscriptionData {

  public ChangeWithdrawn {
    requireNonNull(changeId, "changeId");
  }
}
