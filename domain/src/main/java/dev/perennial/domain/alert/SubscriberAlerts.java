package dev.perennial.domain.alert;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a tick raises and voids for a subscriber itself: that a budget is exceeded, or is no more,
 * and digests of all it pays for.
 *
 * @param voided ids of standing alerts that no longer hold
 * @param next what to remember
 * @param nextMoment when a tick may raise something if nothing changes; what changes has to be
 *     looked at besides
 */
public record SubscriberAlerts(
    List<AlertRaised> raised, List<String> voided, OwnAlerts next, Optional<Instant> nextMoment) {

  public SubscriberAlerts {
    raised = List.copyOf(raised);
    voided = List.copyOf(voided);
  }

  /**
   * @param floor up to when everything of the subscriber was forgotten
   */
  public static SubscriberAlerts at(
      SubscriberKey key,
      Floor floor,
      Subscriber subscriber,
      OwnAlerts before,
      Account account,
      Instant tick) {
    return new OwnPass(AlertIds.of(key, floor), subscriber, before, account, tick).run();
  }

  /** Whether what it spends may be told of. */
  public static boolean heedSpend(Subscriber subscriber) {
    return !subscriber.budgets().isEmpty();
  }

  /** Whether what it has subscribed to may be told of as a whole. */
  public static boolean heedSubscriptions(Subscriber subscriber) {
    return DigestPlan.of(subscriber).stream().anyMatch(DigestPlan::isWanted);
  }
}
