package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When something is told next, as far as it is known before it happens. */
final class Upcoming {

  private final Occasions occasions;
  private final Timing timing;
  private final LocalDate today;

  /** What fires at this moment or before is not told any more. */
  private final Instant after;

  private Upcoming(Occasions occasions, SubscriptionView view, Subscriber subscriber, Instant now) {
    this.occasions = occasions;
    this.timing = Timing.of(view, subscriber);
    this.after = view.importedAt().map(at -> at.minusNanos(1)).filter(now::isBefore).orElse(now);
    this.today = subscriber.today(after);
  }

  /** Empty while the subscription has not started. */
  static Optional<Upcoming> of(SubscriptionView view, Subscriber subscriber, Instant now) {
    return Occasions.of(view).map(occasions -> new Upcoming(occasions, view, subscriber, now));
  }

  /** What comes if nothing happens, the soonest first. */
  Optional<ScheduledAlert> scheduled() {
    return occasions.scheduled().entrySet().stream()
        .flatMap(
            entry ->
                timing.leads(entry.getKey()).stream()
                    .filter(lead -> lead >= 0)
                    .flatMap(lead -> next(entry.getKey(), lead, entry.getValue()).stream()))
        .min(ScheduledAlert.SOONEST_FIRST);
  }

  /** When payments may be told of, those that are late and those that the clock has not reached. */
  Stream<Instant> moments() {
    return Stream.of(overdue(), missing(), reported()).flatMap(moments -> moments);
  }

  private Stream<Instant> overdue() {
    AlertType type = AlertType.RENEWAL_UPCOMING;
    return timing.leads(type).stream()
        .filter(lead -> lead < 0)
        .flatMap(lead -> next(type, lead, occasions.charges()::renewal).stream())
        .map(ScheduledAlert::fireAt);
  }

  private Stream<Instant> missing() {
    Occasions.ByDate missing = occasions.charges()::missing;
    LocalDate first = today.minusDays(ChargeOccasions.MAX_GRACE + 1L);
    Optional<Occasion> next = missing.onOrAfter(first);
    while (next.isPresent() && !ownMoment(next.get()).isAfter(after)) {
      next = missing.onOrAfter(next.get().dueOn().plusDays(1));
    }
    // The grace of a shorter period may be over before that of a longer one that was due earlier.
    return next.stream()
        .map(soonest -> soonest.dueOn().plusDays(ChargeOccasions.MAX_GRACE))
        .flatMap(last -> missing.between(first, last).stream())
        .map(this::ownMoment)
        .filter(moment -> moment.isAfter(after));
  }

  private Stream<Instant> reported() {
    return occasions.payments().of(payment -> payment.paidAt().isAfter(after)).map(this::ownMoment);
  }

  private Instant ownMoment(Occasion occasion) {
    return timing.fireAt(occasion, timing.leads(occasion, false).getFirst());
  }

  /** The first alert of a type and lead that fires from now on. */
  private Optional<ScheduledAlert> next(AlertType type, int lead, Occasions.ByDate byDate) {
    return firstDate(lead)
        .flatMap(first -> firing(byDate, first, lead))
        .map(
            occasion ->
                new ScheduledAlert(type, timing.fireAt(occasion, lead), occasion.dueOn(), lead));
  }

  /** What is told after its date is told only of what comes behind the first payment. */
  private Optional<LocalDate> firstDate(int lead) {
    LocalDate first = today.plusDays(lead);
    return lead >= 0
        ? Optional.of(first)
        : occasions
            .charges()
            .firstPaidOn()
            .map(paidOn -> paidOn.isBefore(first) ? first : paidOn.plusDays(1));
  }

  private Optional<Occasion> firing(Occasions.ByDate byDate, LocalDate first, int lead) {
    Optional<Occasion> next = byDate.onOrAfter(first);
    while (next.isPresent() && !fires(next.get(), lead)) {
      next = byDate.onOrAfter(next.get().dueOn().plusDays(1));
    }
    return next;
  }

  private boolean fires(Occasion occasion, int lead) {
    List<Integer> leads = timing.leads(occasion, false);
    return leads.contains(lead) && timing.fireAt(occasion, lead).isAfter(after);
  }
}
