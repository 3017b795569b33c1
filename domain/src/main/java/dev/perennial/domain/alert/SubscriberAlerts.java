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

  /** Whether there may be anything to tell of a subscriber itself, now or later. */
  public static boolean concern(Subscriber subscriber) {
    return heed(subscriber, true, true);
  }

  /**
   * Whether a change of one of its subscriptions may be told of with the subscriber.
   *
   * @param spend what is paid for it is another
   * @param told what is told of it is another
   */
  public static boolean heed(Subscriber subscriber, boolean spend, boolean told) {
    return spend && !subscriber.budgets().isEmpty()
        || (spend || told) && DigestPlan.of(subscriber).stream().anyMatch(DigestPlan::isWanted);
  }
}
