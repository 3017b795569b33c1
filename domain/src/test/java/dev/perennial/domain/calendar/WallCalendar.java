package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The slow and obvious second implementation: it leafs through the calendar day by day and asks of
 * each day whether it is one. It shares nothing with the first but the rules.
 */
record WallCalendar(Billing billing) {

  /**
   * @param due false in a month that SKIP leaves out, whose last day stands for it
   */
  record Place(long k, LocalDate day, boolean due) {}

  /** The places from a day to another, also those before the anchor. */
  List<Place> places(LocalDate from, LocalDate to) {
    List<Place> places = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      placeOn(day).ifPresent(places::add);
    }
    return places;
  }

  Optional<Place> placeOn(LocalDate day) {
    return switch (billing.period().unit()) {
      case DAY, WEEK -> dayPlace(day);
      case MONTH, YEAR -> monthPlace(day);
    };
  }

  private Optional<Place> dayPlace(LocalDate day) {
    long days = day.toEpochDay() - billing.anchor().toEpochDay();
    int step = billing.period().every() * (billing.period().unit() == PeriodUnit.WEEK ? 7 : 1);
    return days % step == 0 ? Optional.of(new Place(days / step, day, true)) : Optional.empty();
  }

  private Optional<Place> monthPlace(LocalDate day) {
    LocalDate monthBefore = day.withDayOfMonth(1).minusDays(1);
    if (day.getDayOfMonth() == 1 && isForwarded(monthBefore)) {
      return Optional.of(new Place(index(monthBefore), day, true));
    }
    if (!inRhythm(day)) {
      return Optional.empty();
    }
    int wanted = wantedDay();
    int length = day.lengthOfMonth();
    boolean isShort = wanted > length;
    boolean isIt = day.getDayOfMonth() == Math.min(wanted, length);
    if (!isIt || (isShort && billing.monthEnd() == MonthEnd.FORWARD)) {
      return Optional.empty();
    }
    return Optional.of(
        new Place(index(day), day, !(isShort && billing.monthEnd() == MonthEnd.SKIP)));
  }

  private boolean isForwarded(LocalDate lastOfMonth) {
    return billing.monthEnd() == MonthEnd.FORWARD
        && inRhythm(lastOfMonth)
        && lastOfMonth.getDayOfMonth() < billing.anchor().getDayOfMonth();
  }

  private int wantedDay() {
    LocalDate anchor = billing.anchor();
    boolean lastDay = anchor.plusDays(1).getDayOfMonth() == 1;
    return lastDay && billing.monthEnd() == MonthEnd.END_OF_MONTH ? 31 : anchor.getDayOfMonth();
  }

  private boolean inRhythm(LocalDate day) {
    return months(day) % step() == 0;
  }

  private long index(LocalDate day) {
    return months(day) / step();
  }

  private int step() {
    return billing.period().every() * (billing.period().unit() == PeriodUnit.YEAR ? 12 : 1);
  }

  private int months(LocalDate day) {
    LocalDate anchor = billing.anchor();
    return 12 * (day.getYear() - anchor.getYear()) + day.getMonthValue() - anchor.getMonthValue();
  }
}
