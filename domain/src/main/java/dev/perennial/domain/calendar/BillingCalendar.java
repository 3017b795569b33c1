package dev.perennial.domain.calendar;

import dev.perennial.domain.Billing;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The due dates of one {@link Billing}. Occurrence k is {@code anchor + k * period}, never the
 * previous occurrence plus a period: a bill of the 31st is due on 28 February and on 31 March
 * again.
 *
 * <p>Every answer is arithmetic from the anchor and takes as long in the year 9000 as in the first.
 * Only the policy SKIP looks further, over the months that lack the day: at most 15 in a row (29
 * February every 25 years), since the Gregorian calendar repeats every 400 years.
 *
 * <p>Anchors lie in the years 1 to 9999 (four digits, as ISO 8601 writes a year), and nothing is
 * due after {@link #LAST_DAY}. Any {@link LocalDate} may be asked about.
 */
public final class BillingCalendar {

  /** Nothing is due later. */
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

  private final Rhythm rhythm;
  private final long first;
  private final long last;

  /**
   * @throws IllegalArgumentException if the anchor lies outside the years 1 to 9999
   */
  public BillingCalendar(Billing billing) {
    this(billing, 0);
  }

  /**
   * @param firstIndex the first occurrence that is due: 0, or 1 where the anchor itself is not
   * @throws IllegalArgumentException if the index is negative or the anchor lies outside the years
   *     1 to 9999
   */
  public BillingCalendar(Billing billing, long firstIndex) {
    requireNotNegative(firstIndex);
    requireCounted(billing.anchor());
    this.rhythm = Rhythm.of(billing);
    this.last = rhythm.indexAt(LAST_DAY);
    this.first = Math.min(firstIndex, last + 1);
  }

  private BillingCalendar(Rhythm rhythm, long first, long last) {
    this.rhythm = rhythm;
    this.first = first;
    this.last = Math.max(last, first - 1);
  }

  /**
   * The first due dates only. A month that SKIP leaves out does not count (RFC 5545 section 3.3.10,
   * COUNT). Whole cycles of 400 years are divided out, what is left is looked for among at most
   * 4,800 months: the work does not grow with the limit.
   *
   * @param occurrences how many are due, from 1
   * @throws IllegalArgumentException if the limit is less than 1
   */
  public BillingCalendar limitedTo(int occurrences) {
    if (occurrences < 1) {
      throw new IllegalArgumentException("A limit is at least 1, not " + occurrences);
    }
    return endingAt(rhythm.indexOfDue(first, occurrences));
  }

  /**
   * The due dates before a day. With a limit too, whichever ends sooner counts.
   *
   * @param endsOn first day on which nothing is due any more
   */
  public BillingCalendar endingBefore(LocalDate endsOn) {
    return endingAt(indexFrom(endsOn) - 1);
  }

  private BillingCalendar endingAt(long index) {
    return new BillingCalendar(rhythm, first, Math.min(index, last));
  }

  /**
   * The k-th due date, the anchor itself being number 0.
   *
   * @param k from 0
   * @return empty where the policy is SKIP and the month has no such day, before the first index
   *     and past the end
   * @throws IllegalArgumentException if k is negative
   */
  public Optional<LocalDate> occurrence(long k) {
    requireNotNegative(k);
    return isDue(k) ? Optional.of(rhythm.place(k)) : Optional.empty();
  }

  /** The number of the occurrence that is due on a day; empty where nothing is. */
  public OptionalLong indexOf(LocalDate day) {
    long k = indexFrom(day);
    return isDue(k) && rhythm.place(k).equals(day) ? OptionalLong.of(k) : OptionalLong.empty();
  }

  /** The first due date strictly after a day; empty past the last. */
  public Optional<LocalDate> next(LocalDate after) {
    return dueFrom(indexUpTo(after) + 1);
  }

  /** The first due date on or after a day; empty past the last. */
  public Optional<LocalDate> onOrAfter(LocalDate day) {
    return dueFrom(indexFrom(day));
  }

  /** The last due date strictly before a day; empty up to the first. */
  public Optional<LocalDate> previous(LocalDate before) {
    return dueUpTo(indexFrom(before) - 1);
  }

  /** The last due date on or before a day; empty before the first. */
  public Optional<LocalDate> onOrBefore(LocalDate day) {
    return dueUpTo(indexUpTo(day));
  }

  /** The due dates of a range in their order, both ends included, each worked out when read. */
  public Stream<LocalDate> between(LocalDate from, LocalDate to) {
    return LongStream.rangeClosed(indexFrom(from), indexUpTo(to))
        .filter(rhythm::isDue)
        .mapToObj(rhythm::place);
  }

  /**
   * How many due dates a range has, both ends included. With SKIP whole cycles of 400 years are
   * counted at once.
   */
  public long count(LocalDate from, LocalDate to) {
    return rhythm.countDue(indexFrom(from), indexUpTo(to));
  }

  /**
   * The n-th due date of those on or after a day.
   *
   * @param n from 1
   */
  public Optional<LocalDate> nth(LocalDate from, int n) {
    long k = rhythm.indexOfDue(indexFrom(from), n);
    return k <= last ? Optional.of(rhythm.place(k)) : Optional.empty();
  }

  /** The last index up to a day, first - 1 where there is none. */
  private long indexUpTo(LocalDate day) {
    return Math.clamp(rhythm.indexAt(day), first - 1, last);
  }

  /** The first index from a day on, last + 1 where there is none. */
  private long indexFrom(LocalDate day) {
    long upTo = indexUpTo(day);
    return upTo >= first && rhythm.place(upTo).equals(day) ? upTo : upTo + 1;
  }

  private Optional<LocalDate> dueFrom(long index) {
    return LongStream.rangeClosed(index, last)
        .filter(rhythm::isDue)
        .mapToObj(rhythm::place)
        .findFirst();
  }

  private Optional<LocalDate> dueUpTo(long index) {
    for (long k = index; k >= first; k--) {
      if (rhythm.isDue(k)) {
        return Optional.of(rhythm.place(k));
      }
    }
    return Optional.empty();
  }

  private boolean isDue(long k) {
    return k >= first && k <= last && rhythm.isDue(k);
  }

  private static void requireNotNegative(long index) {
    if (index < 0) {
      throw new IllegalArgumentException("Occurrences count from 0, not from " + index);
    }
  }

  private static void requireCounted(LocalDate anchor) {
    if (anchor.isBefore(FIRST_DAY) || anchor.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(
          "An anchor lies in the years 1 to 9999, not in " + anchor.getYear());
    }
  }
}
