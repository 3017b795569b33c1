package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/**
 * A random calendar with a first index, a limit and an end, and what leafing through a stretch of
 * time finds for the same.
 */
final class Comparison {

  private static final OptionalLong NONE = OptionalLong.empty();

  private final long seed;
  private final Billing billing;
  private final LocalDate from;
  private final LocalDate to;
  private final List<WallCalendar.Place> places;
  private final List<WallCalendar.Place> due;
  private final BillingCalendar calendar;

  /**
   * @param years of the stretch
   * @param farthest years from the anchor to the stretch, at most
   */
  Comparison(long seed, int years, int farthest) {
    Random random = new Random(seed);
    this.seed = seed;
    this.billing = Billings.random(random, 100 + random.nextInt(1_900));
    this.from = billing.anchor().plusYears(random.nextInt(farthest) - 2L).plusDays(7);
    this.to = from.plusYears(years);
    this.places =
        new WallCalendar(billing)
            .places(from.minusYears(Billings.LONGEST_YEARS), to.plusYears(Billings.LONGEST_YEARS));
    LocalDate endsOn = to.minusDays(random.nextInt(1_000));
    int limit = 1 + random.nextInt(random.nextBoolean() ? 3 * years : 100_000);
    long first = Math.max(random.nextInt(2), places.getFirst().k());
    this.calendar = new BillingCalendar(billing, first).limitedTo(limit).endingBefore(endsOn);
    this.due =
        places.stream()
            .filter(place -> place.due() && place.k() >= first && place.day().isBefore(endsOn))
            .limit(limit)
            .toList();
  }

  /**
   * @return how many days were compared
   * @throws AssertionError that names the seed and the day of the first difference
   */
  long run() {
    int before = 0;
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      while (before < due.size() && due.get(before).day().isBefore(day)) {
        before++;
      }
      int passed = before < due.size() && due.get(before).day().equals(day) ? before + 1 : before;
      agree("previous", day, calendar.previous(day), dueAt(before - 1));
      agree("onOrBefore", day, calendar.onOrBefore(day), dueAt(passed - 1));
      agree("onOrAfter", day, calendar.onOrAfter(day), dueAt(before));
      agree("next", day, calendar.next(day), dueAt(passed));
      agree("indexOf", day, calendar.indexOf(day), passed > before ? index(before) : NONE);
    }
    compareBetween();
    return to.toEpochDay() - from.toEpochDay() + 1;
  }

  private Optional<LocalDate> dueAt(int place) {
    return place >= 0 && place < due.size() ? Optional.of(due.get(place).day()) : Optional.empty();
  }

  private OptionalLong index(int place) {
    return OptionalLong.of(due.get(place).k());
  }

  private void compareBetween() {
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      LocalDate start = from.plusDays(random.nextInt(1_500));
      LocalDate end = start.plusDays(random.nextInt(3_000) - 100);
      List<LocalDate> expected =
          due.stream()
              .map(WallCalendar.Place::day)
              .filter(day -> !day.isBefore(start) && !day.isAfter(end))
              .toList();
      if (end.isBefore(to)) {
        agree("between " + end, start, calendar.between(start, end).toList(), expected);
        agree("count until " + end, start, calendar.count(start, end), (long) expected.size());
        compareNumbers(start, expected);
      }
    }
  }

  private void compareNumbers(LocalDate start, List<LocalDate> expected) {
    for (int i = 0; i < expected.size(); i += 1 + expected.size() / 5) {
      agree("number " + (i + 1), start, calendar.nth(start, i + 1), Optional.of(expected.get(i)));
    }
  }

  private void agree(String question, LocalDate day, Object actual, Object expected) {
    if (!actual.equals(expected)) {
      throw new AssertionError(
          "seed %d, %s: %s %s is %s, expected %s"
              .formatted(seed, billing, question, day, actual, expected));
    }
  }
}
