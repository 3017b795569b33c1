package dev.perennial.domain.fold;

import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentAttempt;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.ReferenceData;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of each fact: whether it counts, and whether it is about something known. */
final class Outcomes {

  private final Set<Fact> counted;
  private final Set<String> knownPayments;
  private final Optional<DueDates> dueDates;
  private final Withdrawals withdrawals;

  /**
   * @param dueDates empty while the subscription has not started
   */
  Outcomes(
      List<Fact> counted,
      List<Payment> payments,
      Optional<DueDates> dueDates,
      Withdrawals withdrawals) {
    this.counted = new HashSet<>(counted);
    this.knownPayments = payments.stream().map(Payment::paymentId).collect(Collectors.toSet());
    this.dueDates = dueDates;
    this.withdrawals = withdrawals;
  }

  FactStatus of(Fact fact) {
    return new FactStatus(fact, outcome(fact));
  }

  private FactStatus.Outcome outcome(Fact fact) {
    if (!counted.contains(fact)) {
      return FactStatus.Outcome.SUPERSEDED;
    }
    return waits(fact) ? FactStatus.Outcome.WAITING : FactStatus.Outcome.APPLIED;
  }

  private boolean waits(Fact fact) {
    return dueDates.isEmpty() || waits(fact, dueDates.get());
  }

  private boolean waits(Fact fact, DueDates known) {
    return switch (fact.data()) {
      case PaymentRefunded refund -> !knownPayments.contains(refund.paymentId());
      case PaymentCorrected corrected -> !knownPayments.contains(corrected.paymentId());
      case PaymentVoided voided -> !knownPayments.contains(voided.paymentId());
      case ChargeAnnounced announced -> known.nearest(announced.charge().dueOn()).isEmpty();
      case ChangeWithdrawn withdrawn -> withdrawals.unknown().contains(fact);
      case SubscriptionStarted started -> false;
      case SubscriptionChanged changed -> false;
      case SubscriptionPaused paused -> false;
      case SubscriptionResumed resumed -> false;
      case SubscriptionCancelled cancelled -> false;
      case SubscriptionReactivated reactivated -> false;
      case SubscriptionDeleted deleted -> false;
      case PaymentAttempt attempt -> false;
      case SubscriberData data -> false;
      case ReferenceData data -> false;
    };
  }
}
