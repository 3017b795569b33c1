package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Map;

/** How long before a renewal a cancellation must come. */
record Notice(int every, String unit) {

  static Notice of(Map<String, Object> notice) {
    return new Notice(Json.whole(Json.member(notice, "every")), Json.text(notice, "unit"));
  }

  /** Counted back from the renewal; a day the month does not have becomes its last. */
  LocalDate lastDayToCancel(LocalDate renewal) {
    return switch (unit) {
      case "DAY" -> renewal.minusDays(every);
      case "WEEK" -> renewal.minusDays(7L * every);
      case "MONTH" -> renewal.minusMonths(every);
      default -> renewal.minusMonths(12L * every);
    };
  }
}
