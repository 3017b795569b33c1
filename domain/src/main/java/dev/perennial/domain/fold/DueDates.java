package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.calendar.Occurrences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The due dates of a subscription as its agreement stands today, and when their alerts fire. */
public final class DueDates implements Occurrences {

  private static final List<Integer> DEFAULT_LEADS = List.of(7, 1);
  private static final String RENEWAL_UPCOMING = "renewal.upcoming";

  private final Agreement agreement;
  private final Subscriber subscriber;
  private final LocalDate today;
  private final @Nullable LocalDate end;

  DueDates(Agreement agreement, Subscriber subscriber, LocalDate today) {
    this.agreement = agreement;
    this.subscriber = subscriber;
    this.today = today;
    this.end = agreement.endAsOf(today).orElse(null);
  }

  public Optional<LocalDate> onOrAfter(LocalDate day) {
    return agreement.dueOnOrAfter(day, end);
  }

  public boolean isDue(LocalDate day) {
    return onOrAfter(day).filter(day::equals).isPresent();
  }

  /** The due dates of a range, both ends included. */
  public List<LocalDate> between(LocalDate first, LocalDate last) {
    List<LocalDate> dates = new ArrayList<>();
    Optional<LocalDate> due = onOrAfter(first);
    while (due.isPresent() && !due.get().isAfter(last)) {
      dates.add(due.get());
      due = onOrAfter(due.get().plusDays(1));
    }
    return dates;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Half of the period that holds at the due date. A date that a pause or the end takes away is
   * no due date, and nothing is brought to it.
   */
  @Override
  public Optional<LocalDate> nearest(LocalDate day) {
    // Of two equally near ones min keeps the first, which is the earlier.
    return Stream.of(agreement.dueOnOrBefore(day, end), agreement.dueOnOrAfter(day, end))
        .flatMap(Optional::stream)
        .filter(due -> agreement.reaches(due, day))
        .min(Comparator.comparingLong(due -> Math.abs(ChronoUnit.DAYS.between(day, due))));
  }

  /** What is due on a day, at the price in force then. */
  public Money amountOn(LocalDate day) {
    return requireNonNull(agreement.prices.at(day)).amount();
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
    Optional<LocalDate> due = onOrAfter(today.plusDays(lead));
    if (due.isPresent() && !fireAt(due.get(), lead).isAfter(now)) {
      due = onOrAfter(due.get().plusDays(1));
    }
    return due.map(day -> new SubscriptionState.ScheduledAlert(fireAt(day, lead), day, lead));
  }
}
