package dev.perennial.dashboard.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Dates and times as the pages write them. */
final class Dates {

  private static final DateTimeFormatter DAY = formatter("d MMM yyyy");
  private static final DateTimeFormatter SHORT_DAY = formatter("d MMM");
  private static final DateTimeFormatter WEEKDAY = formatter("EEE d MMM");
  private static final DateTimeFormatter MOMENT = formatter("d MMM, HH:mm");
  private static final DateTimeFormatter MONTH = formatter("MMMM yyyy");
  private static final DateTimeFormatter SHORT_MONTH = formatter("MMM yy");

  private Dates() {}

  static String day(LocalDate date) {
    return DAY.format(date);
  }

  static String shortDay(LocalDate date) {
    return SHORT_DAY.format(date);
  }

  static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  static String moment(Instant at, ZoneId zone) {
    return MOMENT.format(at.atZone(zone));
  }

  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String shortMonth(YearMonth month) {
    return SHORT_MONTH.format(month);
  }

  /** With its year, where it is a year away or more and could be mistaken without. */
  static String near(LocalDate date, LocalDate today) {
    return date.isBefore(today.plusYears(1)) ? shortDay(date) : day(date);
  }

  /** How far away a day is, 0 being today. */
  static String left(long days) {
    if (days == 0) {
      return "today";
    }
    return days == 1 ? "tomorrow" : "in " + days + " days";
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Figure.LOCALE);
  }
}
