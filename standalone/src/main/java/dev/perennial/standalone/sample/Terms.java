package dev.perennial.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a subscription of the sample bills. Its dates say when the sample's vendor charges; what is
 * truly due is for others to compute.
 */
record Terms(int every, String unit, LocalDate anchor, String monthEnd) {

  static Terms monthly(LocalDate anchor) {
    return new Terms(1, "MONTH", anchor, "CLAMP");
  }

  Terms from(LocalDate newAnchor) {
    return new Terms(every, unit, newAnchor, monthEnd);
  }

  List<LocalDate> chargesUpTo(LocalDate last) {
    List<LocalDate> charges = new ArrayList<>();
    for (int k = 0; !charge(k).isAfter(last); k++) {
      charges.add(charge(k));
    }
    return charges;
  }

  /** The first charge behind a day. */
  LocalDate chargeBehind(LocalDate day) {
    int k = 0;
    while (!charge(k).isAfter(day)) {
      k++;
    }
    return charge(k);
  }

  private LocalDate charge(int k) {
    return switch (unit) {
      case "DAY" -> anchor.plusDays((long) k * every);
      case "WEEK" -> anchor.plusWeeks((long) k * every);
      case "YEAR" -> anchor.plusYears((long) k * every);
      default -> anchor.plusMonths((long) k * every);
    };
  }

  JsonText json() {
    return JsonText.object(
        "every",
        every,
        "unit",
        unit,
        "anchor",
        anchor,
        "monthEnd",
        monthEnd.equals("CLAMP") ? null : monthEnd);
  }
}
