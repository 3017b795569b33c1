package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.spending.Comparison;
import dev.perennial.dashboard.spending.CurrencySpend;
import dev.perennial.dashboard.spending.HomeSpend;
import dev.perennial.dashboard.spending.Spending.Spend;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscription.RunRates;
import dev.perennial.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This month against the same day of last month. */
@Schema(name = "Summary")
record SummaryAnswer(
    String subscriberId,
    @Schema(description = "The subscriber's zone", example = "Europe/Vienna") String zone,
    @Schema(description = "The local date in that zone") LocalDate today,
    @Schema(example = "2026-11", type = "string") YearMonth month,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "One block a currency, never added across") List<Block> currencies,
    @Schema(
            description =
                "All of it in the home currency, as far as rates are known; left out where none is"
                    + " known. A second block is of a currency that was home before")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Block> home,
    @Schema(description = "What is not in home, since no rate is known; left out where all is")
        @Nullable Unconverted unconverted,
    @Schema(
            description =
                "What the subscriptions cost a month together, spread evenly: the sums of their run"
                    + " rates, one a currency")
        List<MoneyAnswer> runRates) {

  /** One currency. Amounts are decimal strings in that currency. */
  @Schema(name = "CurrencySummary")
  record Block(
      @Schema(example = "EUR") String currency,
      @Schema(description = "Spend of this month so far", example = "48.47") String thisMonth,
      @Schema(
              description = "Last month up to the same day, the whole month if it is shorter",
              example = "35.48")
          String sameDayLastMonth,
      @Schema(description = "thisMonth less sameDayLastMonth", example = "12.99") String change,
      @Schema(description = "The whole of last month", example = "60.46") String lastMonth,
      List<Category> categories) {}

  /** What has no rate, as it was paid. */
  @Schema(name = "Unconverted")
  record Unconverted(
      List<MoneyAnswer> thisMonth,
      List<MoneyAnswer> sameDayLastMonth,
      List<MoneyAnswer> lastMonth) {

    private static @Nullable Unconverted of(HomeSpend home) {
      return home.isWhole()
          ? null
          : new Unconverted(
              amounts(home.thisMonth()),
              amounts(home.sameDayLastMonth()),
              amounts(home.lastMonth()));
    }
  }

  /** One category of a currency. */
  @Schema(name = "CategorySummary")
  record Category(
      @Schema(example = "streaming") String category,
      @Schema(example = "12.99") String thisMonth,
      @Schema(example = "12.99") String sameDayLastMonth,
      @Schema(example = "0.00") String change) {}

  static SummaryAnswer of(Subscriber subscriber, Freshness freshness, Spend spend, RunRates rates) {
    return new SummaryAnswer(
        subscriber.subscriberId(),
        subscriber.zone().getId(),
        subscriber.today(),
        YearMonth.from(subscriber.today()),
        freshness.asOf(),
        freshness.caughtUp(),
        spend.currencies().stream().map(SummaryAnswer::block).toList(),
        spend.home().currencies().stream().map(SummaryAnswer::block).toList(),
        Unconverted.of(spend.home()),
        amounts(rates.sums()));
  }

  private static List<MoneyAnswer> amounts(List<Money> amounts) {
    return amounts.stream().map(MoneyAnswer::of).toList();
  }

  private static Block block(CurrencySpend spend) {
    return new Block(
        spend.currency().getCurrencyCode(),
        spend.total().thisMonth().value().toPlainString(),
        spend.total().sameDayLastMonth().value().toPlainString(),
        spend.total().change().value().toPlainString(),
        spend.lastMonth().value().toPlainString(),
        spend.categories().stream().map(SummaryAnswer::category).toList());
  }

  private static Category category(CurrencySpend.CategorySpend spend) {
    Comparison amount = spend.amount();
    return new Category(
        spend.category(),
        amount.thisMonth().value().toPlainString(),
        amount.sameDayLastMonth().value().toPlainString(),
        amount.change().value().toPlainString());
  }
}
