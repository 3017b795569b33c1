package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.api.Reads.Read;
import dev.perennial.dashboard.period.Periods;
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

/** What one subscriber's periods come to, drawn when they are read. */
@RestController
@RequiresScope(Scope.READ)
@RequestMapping("/api/v1/subscribers/{subscriberId}")
@Tag(name = "Subscriber")
class PeriodsApi {

  private final Reads reads;
  private final Periods periods;

  PeriodsApi(Reads reads, Periods periods) {
    this.reads = reads;
    this.periods = periods;
  }

  @GetMapping("/periods")
  @Operation(
      operationId = "periods",
      summary = "What was expected, paid and spent in each period, and what revised it",
      description =
          "In every currency expected - outstanding - missing + difference + unexpected = paid, and"
              + " paid - paidElsewhere + paidForOthers = spent. Periods begin where the subscriber"
              + " says, else with the month.")
  PeriodsAnswer periods(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "How many periods: the current one and those before it")
          @RequestParam(defaultValue = "3")
          @Min(1)
          @Max(24)
          int count) {
    Read read =
        reads.begin(caller, subscriberId, after, SUBSCRIPTIONS, PAYMENTS, SUBSCRIBER_TOTALS);
    return PeriodsAnswer.of(
        read.subscriber(), read.freshness(), periods.newest(read.subscriber(), count));
  }
}
