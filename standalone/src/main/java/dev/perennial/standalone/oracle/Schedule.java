package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A billing rule.
 *
 * @param firstIndex 1 where the day counting starts on is itself not due
 */
record Schedule(int every, String unit, LocalDate anchor, String monthEnd, int firstIndex) {

  static Schedule of(Map<String, Object> billing) {
    return new Schedule(
        Json.whole(Json.member(billing, "every")),
        Json.text(billing, "unit"),
        LocalDate.parse(Json.text(billing, "anchor")),
        (String) billing.getOrDefault("monthEnd", "CLAMP"),
        0);
  }

  Schedule from(LocalDate newAnchor, int index) {
    return new Schedule(every, unit, newAnchor, monthEnd, index);
  }

  Map<String, Object> document() {
    return Document.map("every", every, "unit", unit, "anchor", anchor, "monthEnd", monthEnd);
  }

  /** Tries every occurrence in turn. */
  boolean hits(LocalDate day) {
    for (int k = firstIndex; !earliest(k).isAfter(day); k++) {
      if (occurrence(k).filter(day::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Every occurrence in its order; there is no last one. */
  Stream<LocalDate> dates() {
    return IntStream.iterate(firstIndex, k -> k + 1)
        .mapToObj(this::occurrence)
        .flatMap(Optional::stream);
  }

  /** How many days an announced charge may be away from an occurrence. */
  int halfPeriodInDays() {
    return switch (unit) {
      case "DAY" -> every / 2;
      case "WEEK" -> 7 * every / 2;
      case "MONTH" -> 15 * every;
      default -> 182 * every;
    };
  }

  /** A day that is not after occurrence k, where there is one. */
  private LocalDate earliest(int k) {
    return switch (unit) {
      case "DAY" -> anchor.plusDays((long) k * every);
      case "WEEK" -> anchor.plusDays(7L * k * every);
      default -> firstOfMonth(k);
    };
  }

  Optional<LocalDate> occurrence(int k) {
    if (unit.equals("DAY") || unit.equals("WEEK")) {
      return Optional.of(earliest(k));
    }
    LocalDate first = firstOfMonth(k);
    boolean lastDay = anchor.getDayOfMonth() == anchor.lengthOfMonth();
    if (monthEnd.equals("END_OF_MONTH") && lastDay) {
      return Optional.of(first.withDayOfMonth(first.lengthOfMonth()));
    }
    if (anchor.getDayOfMonth() <= first.lengthOfMonth()) {
      return Optional.of(first.withDayOfMonth(anchor.getDayOfMonth()));
    }
    return switch (monthEnd) {
      case "SKIP" -> Optional.empty();
      case "FORWARD" -> Optional.of(first.plusDays(first.lengthOfMonth()));
      default -> Optional.of(first.withDayOfMonth(first.lengthOfMonth()));
    };
  }

  private LocalDate firstOfMonth(int k) {
    int months = k * every * (unit.equals("YEAR") ? 12 : 1);
    int month = anchor.getYear() * 12 + anchor.getMonthValue() - 1 + months;
    return LocalDate.of(month / 12, month % 12 + 1, 1);
  }
}
