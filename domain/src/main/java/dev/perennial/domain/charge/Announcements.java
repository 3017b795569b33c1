package dev.perennial.domain.charge;

import dev.perennial.domain.calendar.Occurrences;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which due dates announcements override: each at most once, by the last of its announcements. A
 * date moves by half a period at most and so never past another, whatever is announced for that.
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

  /** What is due instead; the same where nothing is announced. */
  public Charge over(Charge scheduled) {
    AnnouncedCharge announced = byDueDate.get(scheduled.dueOn());
    return announced == null ? scheduled : announced.over(scheduled);
  }

  /**
   * What is due instead of each, by date. A charge may leave the range that its scheduled date lies
   * in: who asks about a range passes what is scheduled in it and on {@link #movedInto} it, and
   * drops what has left.
   */
  public List<Charge> over(Collection<Charge> scheduled) {
    return scheduled.stream().map(this::over).sorted(Comparator.comparing(Charge::dueOn)).toList();
  }

  /** The scheduled dates outside a range (both ends included) whose charges are due in it. */
  public List<LocalDate> movedInto(LocalDate from, LocalDate to) {
    return byDueDate.entrySet().stream()
        .filter(entry -> !isIn(from, to, entry.getKey()))
        .filter(entry -> isIn(from, to, entry.getValue().dueOn()))
        .map(SortedMap.Entry::getKey)
        .toList();
  }

  private static boolean isIn(LocalDate from, LocalDate to, LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }
}
