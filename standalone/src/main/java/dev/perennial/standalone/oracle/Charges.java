package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What will be charged and when, as far as it is known on a day: every scheduled due date, moved
 * where its charge was announced.
 */
record Charges(Deal deal, List<Bill> bills, LocalDate today) {

  private static final int LONGEST_GRACE = 5;

  /**
   * One of them.
   *
   * @param scheduled when it was to come before anything was announced
   * @param fixed whether the amount is the price itself or was announced
   */
  record Charge(LocalDate scheduled, LocalDate dueOn, Map<String, Object> amount, boolean fixed) {
    /** Whether nobody has said the amount yet. */
    boolean estimated() {
      return !fixed;
    }
  }

  /** In their order: an announcement moves none past another. */
  Stream<Charge> all() {
    Map<LocalDate, Happening> announced = announcements();
    return deal.dueAsOf(today).map(scheduled -> charge(scheduled, announced.get(scheduled)));
  }

  Stream<Charge> from(LocalDate day) {
    return all().dropWhile(charge -> charge.dueOn().isBefore(day));
  }

  /** Those that were announced. */
  Stream<Charge> announced() {
    return announcements().entrySet().stream()
        .map(announced -> charge(announced.getKey(), announced.getValue()));
  }

  /** By the scheduled due date, the last of each. */
  private Map<LocalDate, Happening> announcements() {
    Map<LocalDate, Happening> announced = new TreeMap<>();
    for (Happening announcement : deal.announcements) {
      moved(announcement).ifPresent(scheduled -> announced.put(scheduled, announcement));
    }
    return announced;
  }

  private Charge charge(LocalDate scheduled, @Nullable Happening announcement) {
    if (announcement != null) {
      LocalDate dueOn = LocalDate.parse(announcement.text("dueOn"));
      return new Charge(scheduled, dueOn, Amounts.document(announcement.amount()), true);
    }
    Price price = Price.of(deal.priceOn(scheduled));
    return new Charge(scheduled, scheduled, price.expected(bills), !price.isVariable());
  }

  /** The scheduled due date that an announcement is about. */
  Optional<LocalDate> moved(Happening announcement) {
    return near(LocalDate.parse(announcement.text("dueOn")));
  }

  /** The scheduled due date that a payment belongs to. */
  Optional<LocalDate> matched(Bill bill) {
    LocalDate named = bill.dueOn();
    return near(named == null ? bill.paidOn() : named);
  }

  /** The nearest scheduled due date, at most half a period away. */
  private Optional<LocalDate> near(LocalDate wanted) {
    return nearest(wanted).filter(near -> distance(near, wanted) <= halfPeriod(near));
  }

  /** Days after which a payment for it is missing. */
  int grace(Charge charge) {
    return Math.max(1, Math.min(LONGEST_GRACE, halfPeriod(charge.scheduled())));
  }

  private int halfPeriod(LocalDate scheduled) {
    return deal.dueDates.scheduleOn(scheduled).halfPeriodInDays();
  }

  /** The last one up to the day or the first one behind it; the earlier if they are as near. */
  private Optional<LocalDate> nearest(LocalDate wanted) {
    Optional<LocalDate> before =
        deal.dueAsOf(today)
            .takeWhile(day -> !day.isAfter(wanted))
            .reduce((first, second) -> second);
    Optional<LocalDate> after =
        deal.dueAsOf(today).dropWhile(day -> !day.isAfter(wanted)).findFirst();
    return Stream.of(before, after)
        .flatMap(Optional::stream)
        .min(Comparator.comparing(day -> distance(day, wanted)));
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }
}
