package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.spending.MonthTotals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spend a month. */
@Schema(name = "Totals")
record TotalsAnswer(
    String subscriberId,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "Oldest first, this month last") List<Month> months) {

  /** One month. */
  @Schema(name = "MonthTotals")
  record Month(
      @Schema(example = "2026-11", type = "string") YearMonth month,
      @Schema(description = "By currency and category") List<Line> lines,
      @Schema(description = "By day and currency; days without spend are left out")
          List<Day> days) {}

  /** A month's sum of one category in one currency. */
  @Schema(name = "CategoryTotal")
  record Line(String category, MoneyAnswer amount) {}

  /** One day's sum in one currency. */
  @Schema(name = "DayTotal")
  record Day(LocalDate date, MoneyAnswer amount) {}

  static TotalsAnswer of(String subscriberId, Freshness freshness, List<MonthTotals> months) {
    return new TotalsAnswer(
        subscriberId,
        freshness.asOf(),
        freshness.caughtUp(),
        months.stream().map(TotalsAnswer::month).toList());
  }

  private static Month month(MonthTotals totals) {
    return new Month(
        totals.month(),
        totals.lines().stream()
            .map(line -> new Line(line.category(), MoneyAnswer.of(line.amount())))
            .toList(),
        totals.days().stream()
            .map(day -> new Day(totals.month().atDay(day.day()), MoneyAnswer.of(day.amount())))
            .toList());
  }
}
