package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.period.SubscriberPeriod;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.reckoning.Figure;
import dev.perennial.domain.reckoning.Figures;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscriber's periods. */
@Schema(name = "Periods")
record PeriodsAnswer(
    String subscriberId,
    @Schema(description = "The local date in the subscriber's zone") LocalDate today,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "Newest first, the current one included") List<Item> periods) {

  private static final int NEWEST_REVISIONS = 20;

  /** One period. */
  @Schema(name = "Period")
  record Item(
      @Schema(
              description = "A month, or an interval of ISO 8601 where periods begin elsewhere",
              example = "2026-01-15/P1M")
          String period,
      LocalDate from,
      @Schema(description = "The first day behind it") LocalDate until,
      @Schema(description = "Its last day is over") boolean closed,
      @Schema(description = "One block a currency, never added across") List<Block> currencies,
      @Schema(description = "Spend in the home currency; left out where none is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> home,
      @Schema(description = "Spend that is not in home, since no rate is known")
          @JsonInclude(JsonInclude.Include.NON_EMPTY)
          List<CategoryAmount> unconverted,
      @Schema(description = "How many revisions there are", example = "1") int revisionsInAll,
      @Schema(description = "Newest first, at most 20") List<RevisionAnswer> revisions) {}

  /** One currency. Amounts are decimal strings in that currency. */
  @Schema(name = "PeriodFigures")
  record Block(
      @Schema(example = "EUR") String currency,
      @Schema(description = "Charges that fall due in the period", example = "48.47")
          String expected,
      @Schema(description = "Of these, not settled and not missing", example = "12.99")
          String outstanding,
      @Schema(description = "Of these, not settled though the grace is over", example = "0.00")
          String missing,
      @Schema(description = "What the settling payments are more, or less", example = "0.00")
          String difference,
      @Schema(description = "Other payments of the due dates, and those of none", example = "0.00")
          String unexpected,
      @Schema(description = "What was paid for the period", example = "35.48") String paid,
      @Schema(description = "Of paid, on days of other periods", example = "0.00")
          String paidElsewhere,
      @Schema(description = "On days of the period, for others", example = "0.00")
          String paidForOthers,
      @Schema(description = "Spend of the period's days", example = "35.48") String spent) {

    private static Block of(Figures figures) {
      return new Block(
          figures.currency().getCurrencyCode(),
          text(figures, Figure.EXPECTED),
          text(figures, Figure.OUTSTANDING),
          text(figures, Figure.MISSING),
          text(figures, Figure.DIFFERENCE),
          text(figures, Figure.UNEXPECTED),
          text(figures, Figure.PAID),
          text(figures, Figure.PAID_ELSEWHERE),
          text(figures, Figure.PAID_FOR_OTHERS),
          text(figures, Figure.SPENT));
    }

    private static String text(Figures figures, Figure figure) {
      return figures.of(figure).value().toPlainString();
    }
  }

  static PeriodsAnswer of(
      Subscriber subscriber, Freshness freshness, List<SubscriberPeriod> periods) {
    return new PeriodsAnswer(
        subscriber.subscriberId(),
        subscriber.today(),
        freshness.asOf(),
        freshness.caughtUp(),
        periods.stream().map(PeriodsAnswer::item).toList());
  }

  private static Item item(SubscriberPeriod period) {
    return new Item(
        period.name(),
        period.period().from(),
        period.period().until(),
        period.closed(),
        period.figures().stream().map(Block::of).toList(),
        period.spend().home().stream().map(CategoryAmount::of).toList(),
        period.spend().unconverted().stream().map(CategoryAmount::of).toList(),
        period.revisions().size(),
        period.revisions().reversed().stream()
            .limit(NEWEST_REVISIONS)
            .map(RevisionAnswer::of)
            .toList());
  }
}
