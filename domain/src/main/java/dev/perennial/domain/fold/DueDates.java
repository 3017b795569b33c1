package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Price;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.calendar.Occurrences;
import dev.perennial.domain.charge.Announcements;
import dev.perennial.domain.charge.Charge;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is due as a subscription's agreement stands today, with what was announced in place of what
 * was scheduled, and when the alerts of it fire.
 */
public final class DueDates implements Occurrences {

  private static final List<Integer> DEFAULT_LEADS = List.of(7, 1);
  private static final String RENEWAL_UPCOMING = "renewal.upcoming";

  private final Agreement agreement;
  private final Subscriber subscriber;
  private final Estimate estimate;
  private final LocalDate today;
  private final @Nullable LocalDate end;
  private final Announcements announcements;

  DueDates(Agreement agreement, Subscriber subscriber, Estimate estimate, LocalDate today) {
    this.agreement = agreement;
    this.subscriber = subscriber;
    this.estimate = estimate;
    this.today = today;
    this.end = agreement.endAsOf(today).orElse(null);
    this.announcements = Announcements.of(agreement.announced(), this);
  }

  /** The first charge that is due on or after a day. */
  public Optional<Charge> onOrAfter(LocalDate day) {
    // What is scheduled before the day may have moved to it or behind it, but never past the next.
    LocalDate from = agreement.dueOnOrBefore(day, end).orElse(day);
    Optional<LocalDate> scheduled = agreement.dueOnOrAfter(from, end);
    while (scheduled.isPresent()) {
      Charge charge = chargeOf(scheduled.get());
      if (!charge.dueOn().isBefore(day)) {
        return Optional.of(charge);
      }
      scheduled = agreement.dueOnOrAfter(scheduled.get().plusDays(1), end);
    }
    return Optional.empty();
  }

  public boolean isDue(LocalDate day) {
    return onOrAfter(day).filter(charge -> charge.dueOn().equals(day)).isPresent();
  }

  /** What is due in a range, both ends included. */
  public List<Charge> between(LocalDate first, LocalDate last) {
    List<Charge> charges = new ArrayList<>();
    Optional<Charge> due = onOrAfter(first);
    while (due.isPresent() && !due.get().dueOn().isAfter(last)) {
      charges.add(due.get());
      due = onOrAfter(due.get().dueOn().plusDays(1));
    }
    return charges;
  }

  private Charge chargeOf(LocalDate scheduled) {
    Price price = requireNonNull(agreement.prices.at(scheduled));
    return announcements
        .insteadOf(scheduled)
        .orElseGet(
            () ->
                new Charge(
                    scheduled, estimate.amountOf(price), price.kind() == Price.Kind.VARIABLE));
  }

  /**
   * {@inheritDoc}
   *
   * <p>By the schedule alone, whatever was announced. A date that a pause or the end takes away is
   * no due date, and nothing is brought to it.
   */
  @Override
  public Optional<LocalDate> nearest(LocalDate day) {
    // Of two equally near ones min keeps the first, which is the earlier.
    return Stream.of(agreement.dueOnOrBefore(day, end), agreement.dueOnOrAfter(day, end))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(due -> Math.abs(ChronoUnit.DAYS.between(day, due))))
        .filter(due -> agreement.reaches(due, day));
  }

  /** The renewal that can be avoided next, and the last day for it; empty without a notice. */
  Optional<SubscriptionState.CancelBy> cancelBy() {
    return Optional.ofNullable(agreement.notices.at(today))
        .flatMap(
            notice ->
                agreement
                    .avoidable(today, today, end)
                    .map(due -> new SubscriptionState.CancelBy(notice.cancelBy(due), due)));
  }

  /** Days before a due date, the subscription's own before the subscriber's before 7 and 1. */
  public List<Integer> leads() {
    List<Integer> own = agreement.reminders.at(today);
    return own != null ? own : subscriber.leads(RENEWAL_UPCOMING).orElse(DEFAULT_LEADS);
  }

  /** When the alert of a due date and lead fires. */
  public Instant fireAt(LocalDate dueOn, int lead) {
    return LocalMoments.at(dueOn.minusDays(lead), subscriber.alertTime(), subscriber.currentZone());
  }

  Optional<SubscriptionState.ScheduledAlert> nextAlertAfter(Instant now) {
    return leads().stream()
        .flatMap(lead -> nextOf(lead, now).stream())
        .min(
            Comparator.comparing(SubscriptionState.ScheduledAlert::fireAt)
                .thenComparing(SubscriptionState.ScheduledAlert::dueOn));
  }

  private Optional<SubscriptionState.ScheduledAlert> nextOf(int lead, Instant now) {
    Optional<LocalDate> due = onOrAfter(today.plusDays(lead)).map(Charge::dueOn);
    if (due.isPresent() && !fireAt(due.get(), lead).isAfter(now)) {
      due = onOrAfter(due.get().plusDays(1)).map(Charge::dueOn);
    }
    return due.map(day -> new SubscriptionState.ScheduledAlert(fireAt(day, lead), day, lead));
  }
}
