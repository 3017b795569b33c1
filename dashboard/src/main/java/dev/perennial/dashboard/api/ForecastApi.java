package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.api.Reads.Read;
import dev.perennial.dashboard.forecast.Forecasts;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one subscriber will pay, worked out when it is read. */
@RestController
@RequiresScope(Scope.READ)
@RequestMapping("/api/v1/subscribers/{subscriberId}")
@Tag(name = "Subscriber")
class ForecastApi {

  private final Reads reads;
  private final Forecasts forecasts;

  ForecastApi(Reads reads, Forecasts forecasts) {
    this.reads = reads;
    this.forecasts = forecasts;
  }

  @GetMapping("/forecast")
  @Operation(
      operationId = "forecast",
      summary = "Charges ahead on their due dates, and what they come to a month",
      description =
          "At the price that is agreed for each date. What nobody has agreed yet is not in it.")
  ForecastAnswer forecast(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "How many months: what is left of this one, and whole ones after it")
          @RequestParam(defaultValue = "13")
          @Min(1)
          @Max(13)
          int months,
      @Parameter(description = "List at most so many charges; the months count all of them")
          @RequestParam(defaultValue = "500")
          @Min(1)
          @Max(5_000)
          int limit) {
    Read read = reads.begin(caller, subscriberId, after, SUBSCRIPTIONS);
    return ForecastAnswer.of(
        read.subscriber(), read.freshness(), forecasts.of(read.subscriber(), months, limit));
  }
}
