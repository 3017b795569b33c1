package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The due dates of one billing alone, without pauses and ends. */
public record NearestDueDate(Billing billing) implements Occurrences {

  @Override
  public Optional<LocalDate> nearest(LocalDate day) {
    BillingCalendar calendar = new BillingCalendar(billing);
    return Stream.of(calendar.onOrBefore(day), calendar.onOrAfter(day))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(due -> distance(due, day)))
        .filter(due -> distance(due, day) <= billing.period().reachInDays());
  }

  private static long distance(LocalDate due, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(due, day));
  }
}
