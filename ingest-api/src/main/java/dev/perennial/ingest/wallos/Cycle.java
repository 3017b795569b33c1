package dev.perennial.ingest.wallos;

import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.PeriodUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Monthly", or "Every 3 Months": what Wallos writes of how often a subscription is paid. */
final class Cycle {

  private static final Map<String, PeriodUnit> SINGLE =
      Map.of(
          "daily", PeriodUnit.DAY,
          "weekly", PeriodUnit.WEEK,
          "monthly", PeriodUnit.MONTH,
          "yearly", PeriodUnit.YEAR);

  private static final Map<String, PeriodUnit> SEVERAL =
      Map.of(
          "day", PeriodUnit.DAY,
          "week", PeriodUnit.WEEK,
          "month", PeriodUnit.MONTH,
          "year", PeriodUnit.YEAR);

  private static final Pattern EVERY =
      Pattern.compile("(?:every )?([1-9]\\d{0,3}) (day|week|month|year)s?");

  private Cycle() {}

  /**
   * @throws Unreadable field-missing, cycle-unknown or number-range
   */
  static BillingPeriod parse(String text) {
    String words = text.strip().toLowerCase(Locale.ROOT);
    if (words.isEmpty()) {
      throw new Unreadable(
          Field.PAYMENT_CYCLE, "field-missing", "Exports of newer versions of Wallos have it.");
    }
    PeriodUnit unit = SINGLE.get(words);
    return unit == null ? several(words) : new BillingPeriod(1, unit);
  }

  private static BillingPeriod several(String words) {
    Matcher parts = EVERY.matcher(words);
    PeriodUnit unit = parts.matches() ? SEVERAL.get(parts.group(2)) : null;
    if (unit == null) {
      throw new Unreadable(
          Field.PAYMENT_CYCLE,
          "cycle-unknown",
          "Daily, Weekly, Monthly, Yearly, or such as Every 3 Months is due.");
    }
    int every = Integer.parseInt(parts.group(1));
    if (every > BillingPeriod.MAX_EVERY) {
      throw new Unreadable(Field.PAYMENT_CYCLE, "number-range", "A period is 1 to 1000 units.");
    }
    return new BillingPeriod(every, unit);
  }
}
