package dev.perennial.domain.charge;

import dev.perennial.domain.calendar.Occurrences;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which due dates announcements override: each at most once, by the last of its announcements. A
 * date moves to a day that no other due date is nearer to and so never past another.
 *
 * @param byDueDate the scheduled due date, and what overrides it
 */
public record Announcements(SortedMap<LocalDate, AnnouncedCharge> byDueDate) {

  public Announcements {
    byDueDate = Collections.unmodifiableSortedMap(new TreeMap<>(byDueDate));
  }

  /**
   * @param announced in the order of their facts; one that belongs to no due date is left out
   * @param scheduled what is due by the agreement alone. An announcement is brought to it, and
   *     never to a date that an earlier one has moved: which announcement was there first would
   *     matter otherwise
   */
  public static Announcements of(List<AnnouncedCharge> announced, Occurrences scheduled) {
    SortedMap<LocalDate, AnnouncedCharge> byDueDate = new TreeMap<>();
    for (AnnouncedCharge charge : announced) {
      scheduled.nearest(charge.dueOn()).ifPresent(dueOn -> byDueDate.put(dueOn, charge));
    }
    return new Announcements(byDueDate);
  }

  /** What is due instead of what is scheduled on a day, if it was announced. */
  public Optional<Charge> insteadOf(LocalDate scheduled) {
    return Optional.ofNullable(byDueDate.get(scheduled)).map(AnnouncedCharge::charge);
  }
}
