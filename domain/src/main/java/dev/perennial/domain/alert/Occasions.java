package dev.perennial.domain.alert;

import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionState.PriceFrom;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
  private final ChargeOccasions charges;
  private final PaymentOccasions payments;

  private Occasions(SubscriptionState state, DueDates dueDates, SubscriptionView view) {
    this.state = state;
    this.dueDates = dueDates;
    this.charges = new ChargeOccasions(state, dueDates, view);
    this.payments = new PaymentOccasions(dueDates, view);
  }

  /** Empty while the subscription has not started. */
  static Optional<Occasions> of(SubscriptionView view) {
    return view.state()
        .flatMap(state -> view.dueDates().map(dueDates -> new Occasions(state, dueDates, view)));
  }

  ChargeOccasions charges() {
    return charges;
  }

  /** What is told at once, whenever it comes. */
  PaymentOccasions payments() {
    return payments;
  }

  /** What comes if nothing happens. */
  Map<AlertType, ByDate> scheduled() {
    return Map.of(
        AlertType.RENEWAL_UPCOMING, charges::renewal,
        AlertType.TRIAL_ENDING, charges::trialEnd,
        AlertType.CANCELLATION_DEADLINE, this::deadline,
        AlertType.PRICE_CHANGED, this::priceChange,
        AlertType.SUBSCRIPTION_ENDED, this::end);
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
                new Occasion(
                    AlertType.SUBSCRIPTION_ENDED,
                    end,
                    Occasion.Details.of(dueDates.priceOn(end.minusDays(1))),
                    new Occasion.OnDay(0)));
  }
}
