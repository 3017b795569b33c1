package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.forecast.ForecastCharge;
import dev.perennial.dashboard.forecast.MonthForecast;
import dev.perennial.dashboard.forecast.SubscriberForecast;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.domain.forecast.DueCharge;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What will be due. */
@Schema(name = "Forecast")
record ForecastAnswer(
    String subscriberId,
    @Schema(description = "The local date in the subscriber's zone; what is due on it is counted")
        LocalDate today,
    @Schema(description = "The first day that is no longer counted", example = "2027-12-01")
        LocalDate until,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "In their order; of the first one only what is left of it")
        List<Month> months,
    @Schema(description = "The soonest first, at most so many as the limit says")
        List<Charge> charges,
    @Schema(description = "How many charges there are; the months count all of them")
        int chargesInAll) {

  /** One month. */
  @Schema(name = "ForecastMonth")
  record Month(
      @Schema(type = "string", example = "2026-11") String month,
      @Schema(description = "A currency at a time, never added across; only those with a charge")
          List<Total> totals) {}

  /** One month in one currency. */
  @Schema(name = "ForecastTotal")
  record Total(
      @Schema(description = "The whole of the charges") MoneyAnswer amount,
      @Schema(description = PART) MoneyAnswer part,
      @Schema(description = "How much of the part is only expected") MoneyAnswer estimated,
      @Schema(description = "How many charges", example = "4") int charges) {}

  /** One charge. */
  @Schema(name = "ForecastCharge")
  record Charge(
      LocalDate dueOn,
      @Schema(example = "netflix") String subscriptionId,
      String name,
      String category,
      @Schema(description = "The whole of it") MoneyAnswer amount,
      @Schema(description = PART) MoneyAnswer part,
      @Schema(description = MoneyAnswer.ESTIMATED, example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean estimated,
      @Schema(
              description =
                  "First day of the price that it is charged at; left out where the amount was"
                      + " announced",
              example = "2026-01-31")
          @Nullable LocalDate priceFrom) {}

  private static final String PART = "The subscriber's part, by the share of the due date";

  static ForecastAnswer of(
      Subscriber subscriber, Freshness freshness, SubscriberForecast forecast) {
    return new ForecastAnswer(
        subscriber.subscriberId(),
        subscriber.today(),
        forecast.horizon().until(),
        freshness.asOf(),
        freshness.caughtUp(),
        forecast.horizon().months().stream().map(month -> month(month, forecast)).toList(),
        forecast.charges().stream().map(ForecastAnswer::charge).toList(),
        forecast.chargesInAll());
  }

  private static Month month(YearMonth month, SubscriberForecast forecast) {
    return new Month(
        month.toString(),
        forecast.currencies().stream()
            .flatMap(currency -> currency.months().stream())
            .filter(sums -> sums.month().equals(month) && sums.charges() > 0)
            .map(ForecastAnswer::total)
            .toList());
  }

  private static Total total(MonthForecast month) {
    return new Total(
        MoneyAnswer.of(month.amount()),
        MoneyAnswer.of(month.part()),
        MoneyAnswer.of(month.estimated()),
        month.charges());
  }

  private static Charge charge(ForecastCharge charge) {
    DueCharge due = charge.due();
    return new Charge(
        due.dueOn(),
        charge.subscriptionId(),
        charge.name(),
        charge.category(),
        MoneyAnswer.of(due.amount()),
        MoneyAnswer.of(due.part()),
        due.estimated(),
        due.priceFrom());
  }
}
