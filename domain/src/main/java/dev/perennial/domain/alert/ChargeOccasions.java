package dev.perennial.domain.alert;

import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.DueDates.Due;
import dev.perennial.domain.fold.PaymentMatching;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.LocalDate;
import java.util.Optional;

/** What there is to tell of charges, before they are due and where they stay unpaid. */
final class ChargeOccasions {

  static final int MAX_GRACE = BillingPeriod.MAX_GRACE_IN_DAYS;

  private final SubscriptionState state;
  private final DueDates dueDates;
  private final PaymentMatching matching;
  private final Optional<LocalDate> firstPaidOn;

  ChargeOccasions(SubscriptionState state, DueDates dueDates, SubscriptionView view) {
    this.state = state;
    this.dueDates = dueDates;
    this.matching = view.matching();
    this.firstPaidOn = Optional.ofNullable(state.spending().paidSince());
  }

  /** The day on which the first payment went through; empty where none is reported. */
  Optional<LocalDate> firstPaidOn() {
    return firstPaidOn;
  }

  /** The trial's end is told of by a type of its own. */
  Optional<Occasion> renewal(LocalDate day) {
    Optional<Due> due = dueDates.dueOnOrAfter(day);
    if (due.isPresent() && due.get().charge().dueOn().equals(state.trialEnds())) {
      due = dueDates.dueOnOrAfter(due.get().charge().dueOn().plusDays(1));
    }
    return due.map(charge -> occasion(AlertType.RENEWAL_UPCOMING, charge));
  }

  Optional<Occasion> trialEnd(LocalDate day) {
    return Optional.ofNullable(state.trialEnds())
        .filter(end -> !end.isBefore(day))
        .flatMap(end -> dueDates.dueOnOrAfter(end).filter(due -> due.charge().dueOn().equals(end)))
        .map(due -> occasion(AlertType.TRIAL_ENDING, due));
  }

  /** Who has never reported a payment may well be paying without a word. */
  Optional<Occasion> missing(LocalDate day) {
    if (state.terms().collection() != CollectionMode.AUTO || firstPaidOn.isEmpty()) {
      return Optional.empty();
    }
    LocalDate first = firstPaidOn.get().plusDays(1);
    Optional<Due> due = dueDates.dueOnOrAfter(day.isBefore(first) ? first : day);
    while (due.isPresent() && isSettled(due.get())) {
      due = dueDates.dueOnOrAfter(due.get().charge().dueOn().plusDays(1));
    }
    return due.map(this::missing);
  }

  private Occasion missing(Due due) {
    int grace = dueDates.graceInDays(due.scheduledOn());
    Charge charge = due.charge();
    return new Occasion(
        AlertType.PAYMENT_MISSING,
        charge.dueOn(),
        Occasion.Details.of(charge.amount()),
        new Occasion.OnDay(-grace));
  }

  private Occasion occasion(AlertType type, Due due) {
    Charge charge = due.charge();
    boolean reported = firstPaidOn.filter(paidOn -> paidOn.isBefore(charge.dueOn())).isPresent();
    return new Occasion(
        type,
        charge.dueOn(),
        Occasion.Details.of(charge.amount()),
        new Occasion.OfCharge(isSettled(due), reported));
  }

  private boolean isSettled(Due due) {
    return matching.settling(due.scheduledOn()).isPresent();
  }
}
