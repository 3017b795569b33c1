package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.alert.Alerts;
import dev.perennial.dashboard.api.Reads.Read;
import dev.perennial.dashboard.payment.Payments;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.subscription.RunRates;
import dev.perennial.dashboard.subscription.Subscriptions;
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

/** One subscriber's figures. What counts by the local day reads its zone from subscriptions. */
@RestController
@RequiresScope(Scope.READ)
@RequestMapping("/api/v1/subscribers/{subscriberId}")
@Tag(name = "Subscriber")
class SubscriberApi {

  private final Reads reads;
  private final Spending spending;
  private final Subscriptions subscriptions;
  private final Payments payments;
  private final Alerts alerts;

  SubscriberApi(
      Reads reads,
      Spending spending,
      Subscriptions subscriptions,
      Payments payments,
      Alerts alerts) {
    this.reads = reads;
    this.spending = spending;
    this.subscriptions = subscriptions;
    this.payments = payments;
    this.alerts = alerts;
  }

  @GetMapping("/summary")
  @Operation(
      operationId = "summary",
      summary = "Spend this month against the same day of last month",
      description =
          "One block a currency; a currency counts as in use for 18 months. home has all of it in"
              + " the home currency, as far as rates are known.")
  SummaryAnswer summary(Caller caller, @PathVariable String subscriberId, After after) {
    Read read = reads.begin(caller, subscriberId, after, SUBSCRIPTIONS, SUBSCRIBER_TOTALS);
    return SummaryAnswer.of(
        read.subscriber(),
        read.freshness(),
        spending.compare(read.subscriber()),
        RunRates.of(subscriptions.all(read.subscriber())));
  }

  @GetMapping("/totals")
  @Operation(
      operationId = "totals",
      summary = "Spend a month, by currency, category and day, as paid and at home")
  TotalsAnswer totals(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "How many months, this one included")
          @RequestParam(defaultValue = "18")
          @Min(1)
          @Max(120)
          int months) {
    Read read = reads.begin(caller, subscriberId, after, SUBSCRIPTIONS, SUBSCRIBER_TOTALS);
    return TotalsAnswer.of(
        subscriberId, read.freshness(), spending.lastMonths(read.subscriber(), months));
  }

  @GetMapping("/renewals")
  @Operation(operationId = "renewals", summary = "Next renewals")
  RenewalsAnswer renewals(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "Due within so many days, counted from the subscriber's today")
          @RequestParam(defaultValue = "30")
          @Min(0)
          @Max(366)
          int days) {
    Read read = reads.begin(caller, subscriberId, after, SUBSCRIPTIONS);
    return RenewalsAnswer.of(
        read.subscriber(), read.freshness(), subscriptions.renewals(read.subscriber(), days));
  }

  @GetMapping("/alerts")
  @Operation(operationId = "alerts", summary = "Alerts and the state of their deliveries")
  AlertsAnswer alerts(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "At most so many deliveries")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    Read read = reads.begin(caller, subscriberId, after);
    return AlertsAnswer.of(subscriberId, read.freshness(), alerts.newest(read.subscriber(), limit));
  }

  @GetMapping("/subscriptions")
  @Operation(operationId = "subscriptions", summary = "All subscriptions, ended ones included")
  SubscriptionsAnswer subscriptions(Caller caller, @PathVariable String subscriberId, After after) {
    Read read = reads.begin(caller, subscriberId, after, SUBSCRIPTIONS);
    return SubscriptionsAnswer.of(
        subscriberId, read.freshness(), subscriptions.all(read.subscriber()));
  }

  @GetMapping("/payments")
  @Operation(operationId = "payments", summary = "The newest payments and their refunds")
  PaymentsAnswer payments(
      Caller caller,
      @PathVariable String subscriberId,
      After after,
      @Parameter(description = "At most so many")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    Read read = reads.begin(caller, subscriberId, after, PAYMENTS);
    return PaymentsAnswer.of(
        subscriberId, read.freshness(), payments.newest(read.subscriber(), limit));
  }
}
