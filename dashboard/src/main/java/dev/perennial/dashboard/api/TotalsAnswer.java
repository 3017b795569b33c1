package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.spending.DaySums;
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
      @Schema(description = "By currency and category") List<CategoryAmount> lines,
      @Schema(description = "By day, currency and category; days without spend are left out")
          List<Day> days,
      @Schema(description = "In the home currency; left out where none is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> home,
      @Schema(description = "The same by day") @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<Day> homeDays,
      @Schema(description = "Spend that is not in home, since no rate is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> unconverted) {}

  /** One day's sum of one category in one currency. */
  @Schema(name = "DayTotal")
  record Day(LocalDate date, @Schema(example = "streaming") String category, MoneyAnswer amount) {}

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
        lines(totals.spent()),
        days(totals.month(), totals.spent()),
        lines(totals.home()),
        days(totals.month(), totals.home()),
        lines(totals.unconverted()));
  }

  private static List<CategoryAmount> lines(DaySums sums) {
    return sums.lines().stream().map(CategoryAmount::of).toList();
  }

  private static List<Day> days(YearMonth month, DaySums sums) {
    return sums.days().stream()
        .map(day -> new Day(month.atDay(day.day()), day.category(), MoneyAnswer.of(day.amount())))
        .toList();
  }
}
