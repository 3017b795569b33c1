package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.spending.CategorySum;
import dev.perennial.dashboard.tenant.CurrencyRunRate;
import dev.perennial.dashboard.tenant.RunRateMonth;
import dev.perennial.dashboard.tenant.TenantMonth;
import dev.perennial.domain.rate.Movement.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A tenant's figures. */
@Schema(name = "TenantTotals")
record TenantTotalsAnswer(
    @Schema(description = "The oldest watermark of all partitions; null while that is not known")
        @JsonInclude
        @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "Oldest first") List<Month> months) {

  /** One month. */
  @Schema(name = "TenantMonth")
  record Month(
      @Schema(example = "2026-11", type = "string") YearMonth month,
      @Schema(description = "As it was paid, by currency and category") List<CategoryAmount> spend,
      @Schema(description = "In the tenant's currency; left out where none is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> reporting,
      @Schema(description = "Spend that is not in reporting, since no rate is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> unconverted,
      @Schema(description = "What the subscriptions cost a month, one block a currency")
          List<Block> runRates) {}

  /** One currency's run rate. Amounts are decimal strings in that currency. */
  @Schema(name = "TenantRunRate")
  record Block(
      @Schema(example = "EUR") String currency,
      @Schema(description = "At the end of the month before", example = "1200.00") String start,
      List<Movement> movements,
      @Schema(description = "At the end of the month, or now", example = "1212.99") String end,
      @Schema(description = "The same by category; those of nothing are left out")
          List<Category> categories) {}

  /** One category's run rate. */
  @Schema(name = "TenantCategoryRunRate")
  record Category(
      @Schema(example = "streaming") String category,
      @Schema(example = "1200.00") String start,
      List<Movement> movements,
      @Schema(example = "1212.99") String end) {}

  /** How it moved. */
  @Schema(name = "RunRateMovement")
  record Movement(
      Kind kind,
      @Schema(description = "Above zero, also where it is taken off", example = "12.99")
          String amount,
      @Schema(description = "How many times a subscription moved so", example = "1")
          long subscriptions) {}

  static TenantTotalsAnswer of(Freshness freshness, List<TenantMonth> months) {
    return new TenantTotalsAnswer(
        freshness.asOf(),
        freshness.caughtUp(),
        months.stream().map(TenantTotalsAnswer::month).toList());
  }

  private static Month month(TenantMonth month) {
    return new Month(
        month.month(),
        amounts(month.spend()),
        amounts(month.reporting()),
        amounts(month.unconverted()),
        month.runRates().stream().map(TenantTotalsAnswer::block).toList());
  }

  private static List<CategoryAmount> amounts(List<CategorySum> sums) {
    return sums.stream().map(CategoryAmount::of).toList();
  }

  private static Block block(CurrencyRunRate rate) {
    return new Block(
        rate.currency().getCurrencyCode(),
        text(rate.total().start().value()),
        movements(rate.total()),
        text(rate.total().end().value()),
        rate.categories().stream().map(TenantTotalsAnswer::category).toList());
  }

  private static Category category(CurrencyRunRate.CategoryRunRate rate) {
    return new Category(
        rate.category(),
        text(rate.month().start().value()),
        movements(rate.month()),
        text(rate.month().end().value()));
  }

  /** In the order of the equation. */
  private static List<Movement> movements(RunRateMonth month) {
    return Arrays.stream(Kind.values()).flatMap(kind -> movement(kind, month)).toList();
  }

  private static Stream<Movement> movement(Kind kind, RunRateMonth month) {
    return Stream.ofNullable(month.moved().get(kind))
        .map(moved -> new Movement(kind, text(moved.amount().value()), moved.subscriptions()));
  }

  private static String text(BigDecimal value) {
    return value.toPlainString();
  }
}
