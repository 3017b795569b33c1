package dev.perennial.domain.alert;

import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionState.PriceFrom;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What there is to tell of a subscription as it stands today, type by type and by date. */
final class Occasions {

  /** Occasions of one type, at most one a day. */
  @FunctionalInterface
  interface ByDate {

    /** The first one whose date is the day or later. */
    Optional<Occasion> onOrAfter(LocalDate day);

    default List<Occasion> between(LocalDate first, LocalDate last) {
      List<Occasion> occasions = new ArrayList<>();
      Optional<Occasion> next = onOrAfter(first);
      while (next.isPresent() && !next.get().dueOn().isAfter(last)) {
        occasions.add(next.get());
        next = onOrAfter(next.get().dueOn().plusDays(1));
      }
      return occasions;
    }
  }

  private final SubscriptionState state;
  private final DueDates dueDates;
  private final List<Payment> payments;

  private Occasions(SubscriptionState state, DueDates dueDates, List<Payment> payments) {
    this.state = state;
    this.dueDates = dueDates;
    this.payments = payments;
  }

  /** Empty while the subscription has not started. */
  static Optional<Occasions> of(SubscriptionView view) {
    return view.state()
        .flatMap(
            state ->
                view.dueDates().map(dueDates -> new Occasions(state, dueDates, view.payments())));
  }

  /** All but {@link #failures}, which come when they come. */
  Map<AlertType, ByDate> scheduled() {
    return Map.of(
        AlertType.RENEWAL_UPCOMING, this::renewal,
        AlertType.TRIAL_ENDING, this::trialEnd,
        AlertType.CANCELLATION_DEADLINE, this::deadline,
        AlertType.PRICE_CHANGED, this::priceChange,
        AlertType.SUBSCRIPTION_ENDED, this::end);
  }

  /** The trial's end is told of by a type of its own. */
  private Optional<Occasion> renewal(LocalDate day) {
    Optional<Charge> charge = dueDates.onOrAfter(day);
    if (charge.isPresent() && charge.get().dueOn().equals(state.trialEnds())) {
      charge = dueDates.onOrAfter(charge.get().dueOn().plusDays(1));
    }
    return charge.map(due -> Occasion.of(AlertType.RENEWAL_UPCOMING, due.dueOn(), due.amount()));
  }

  private Optional<Occasion> trialEnd(LocalDate day) {
    return Optional.ofNullable(state.trialEnds())
        .filter(end -> !end.isBefore(day))
        .flatMap(end -> dueDates.onOrAfter(end).filter(charge -> charge.dueOn().equals(end)))
        .map(charge -> Occasion.of(AlertType.TRIAL_ENDING, charge.dueOn(), charge.amount()));
  }

  private Optional<Occasion> deadline(LocalDate day) {
    return dueDates
        .cancelBy(day)
        .map(
            by ->
                Occasion.deadline(
                    by.on(), by.renewal(), dueDates.scheduledOn(by.renewal()).amount()));
  }

  private Optional<Occasion> priceChange(LocalDate day) {
    List<PriceFrom> history = state.terms().priceHistory();
    return IntStream.range(1, history.size())
        .filter(index -> !history.get(index).from().isBefore(day))
        .filter(index -> dueDates.onOrAfter(history.get(index).from()).isPresent())
        .mapToObj(index -> priceChange(history.get(index - 1), history.get(index)))
        .findFirst();
  }

  private static Occasion priceChange(PriceFrom before, PriceFrom after) {
    return Occasion.priceChange(after.from(), before.price().amount(), after.price().amount());
  }

  private Optional<Occasion> end(LocalDate day) {
    return Optional.ofNullable(state.endsOn())
        .filter(end -> !end.isBefore(day))
        .map(
            end ->
                Occasion.of(AlertType.SUBSCRIPTION_ENDED, end, dueDates.priceOn(end.minusDays(1))));
  }

  /** The payments that failed, by their days in a range, both ends included. */
  Stream<Occasion> failures(LocalDate first, LocalDate last) {
    return payments.stream()
        .filter(payment -> payment.outcome() == Payment.Outcome.FAILED)
        .filter(payment -> !payment.paidOn().isBefore(first) && !payment.paidOn().isAfter(last))
        .map(
            payment ->
                Occasion.failure(
                    payment.paymentId(), payment.paidOn(), payment.paidAt(), payment.amount()));
  }
}
