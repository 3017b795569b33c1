package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.calendar.Occurrences;
import dev.perennial.domain.charge.Announcements;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.forecast.Outlook;
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
 * was scheduled.
 */
public final class DueDates implements Occurrences {

  private final Agreement agreement;
  private final Estimate estimate;
  private final LocalDate today;
  private final @Nullable LocalDate end;
  private final Announcements announcements;

  DueDates(Agreement agreement, Estimate estimate, LocalDate today) {
    this.agreement = agreement;
    this.estimate = estimate;
    this.today = today;
    this.end = agreement.endAsOf(today).orElse(null);
    this.announcements = Announcements.of(agreement.announced(), this);
  }

  /**
   * What is due, and for which scheduled due date.
   *
   * @param scheduledOn differs from the charge's own day where that was announced
   */
  public record Due(LocalDate scheduledOn, Charge charge) {}

  /** The first charge that is due on or after a day. */
  public Optional<Charge> onOrAfter(LocalDate day) {
    return dueOnOrAfter(day).map(Due::charge);
  }

  /** As {@link #onOrAfter}, with the scheduled date that payments are matched to. */
  public Optional<Due> dueOnOrAfter(LocalDate day) {
    // What is scheduled before the day may have moved to it or behind it, but never past the next.
    LocalDate from = agreement.dueOnOrBefore(day, end).orElse(day);
    Optional<LocalDate> scheduled = agreement.dueOnOrAfter(from, end);
    while (scheduled.isPresent()) {
      Charge charge = scheduledOn(scheduled.get());
      if (!charge.dueOn().isBefore(day)) {
        return Optional.of(new Due(scheduled.get(), charge));
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

  /** The first charge that is scheduled behind a day, also where it was announced for another. */
  Optional<Due> scheduledBehind(LocalDate day) {
    return agreement
        .dueOnOrAfter(day.plusDays(1), end)
        .map(scheduled -> new Due(scheduled, scheduledOn(scheduled)));
  }

  /** Announced charges by the due dates that they stand in for. */
  List<Outlook.Announced> announced() {
    return announcements.byDueDate().entrySet().stream()
        .map(entry -> new Outlook.Announced(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** What is due for a scheduled due date, also where it was announced for another day. */
  public Charge scheduledOn(LocalDate scheduled) {
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

  /**
   * The first last day to cancel that is the day or later, by today's notice; empty without notice
   * and once it is cancelled.
   */
  public Optional<SubscriptionState.CancelBy> cancelBy(LocalDate day) {
    Notice notice = agreement.notices.at(today);
    if (notice == null || agreement.life.cancellation().isPresent()) {
      return Optional.empty();
    }
    return agreement
        .avoidable(day, day, notice, end)
        .map(due -> new SubscriptionState.CancelBy(notice.cancelBy(due), due));
  }

  /** What a period costs by the price of a day. */
  public Money priceOn(LocalDate day) {
    return estimate.amountOf(requireNonNull(agreement.prices.at(day)));
  }

  /** How many days behind a charge its payment is missed, by the billing of a day. */
  public int graceInDays(LocalDate day) {
    return agreement.billingOn(day).period().graceInDays();
  }

  /** Whether nothing could be due on a day: it was paused then, or had ended. */
  public boolean isIdle(LocalDate day) {
    return agreement.life.pauseOn(day).isPresent() || (end != null && !day.isBefore(end));
  }

  /** The subscription's own reminders, if it has any. */
  public Optional<Reminders> reminders() {
    return Optional.ofNullable(agreement.reminders.at(today));
  }
}
