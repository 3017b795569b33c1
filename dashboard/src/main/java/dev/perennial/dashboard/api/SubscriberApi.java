package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.PAYMENTS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.alert.Alerts;
import dev.perennial.dashboard.payment.Payments;
import dev.perennial.dashboard.projection.Watermarks;
import dev.perennial.dashboard.spending.Spending;
import dev.perennial.dashboard.subscriber.Subscriber;
import dev.perennial.dashboard.subscriber.Subscribers;
import dev.perennial.dashboard.subscription.Subscriptions;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One subscriber's figures. Watermarks are read before the documents that they vouch for. */
@RestController
@RequiresScope(Scope.READ)
@RequestMapping("/api/v1/subscribers/{subscriberId}")
@Tag(name = "Subscriber")
class SubscriberApi {

  private final Subscribers subscribers;
  private final Watermarks watermarks;
  private final Spending spending;
  private final Subscriptions subscriptions;
  private final Payments payments;
  private final Alerts alerts;

  SubscriberApi(
      Subscribers subscribers,
      Watermarks watermarks,
      Spending spending,
      Subscriptions subscriptions,
      Payments payments,
      Alerts alerts) {
    this.subscribers = subscribers;
    this.watermarks = watermarks;
    this.spending = spending;
    this.subscriptions = subscriptions;
    this.payments = payments;
    this.alerts = alerts;
  }

  @GetMapping("/summary")
  @Operation(
      operationId = "summary",
      summary = "Spend this month against the same day of last month",
      description = "One block a currency; a currency counts as in use for 18 months.")
  SummaryAnswer summary(Caller caller, @PathVariable String subscriberId) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    Instant asOf = asOf(subscriber, SUBSCRIBER_TOTALS, PAYMENTS);
    return SummaryAnswer.of(subscriber, asOf, spending.compare(subscriber));
  }

  @GetMapping("/totals")
  @Operation(operationId = "totals", summary = "Spend a month, by currency, category and day")
  TotalsAnswer totals(
      Caller caller,
      @PathVariable String subscriberId,
      @Parameter(description = "How many months, this one included")
          @RequestParam(defaultValue = "18")
          @Min(1)
          @Max(120)
          int months) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    Instant asOf = asOf(subscriber, SUBSCRIBER_TOTALS);
    return TotalsAnswer.of(subscriberId, asOf, spending.lastMonths(subscriber, months));
  }

  @GetMapping("/renewals")
  @Operation(operationId = "renewals", summary = "Next renewals")
  RenewalsAnswer renewals(
      Caller caller,
      @PathVariable String subscriberId,
      @Parameter(description = "Due within so many days, counted from the subscriber's today")
          @RequestParam(defaultValue = "30")
          @Min(0)
          @Max(366)
          int days) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    Instant asOf = asOf(subscriber, SUBSCRIPTIONS);
    return RenewalsAnswer.of(subscriber, asOf, subscriptions.renewals(subscriber, days));
  }

  @GetMapping("/alerts")
  @Operation(operationId = "alerts", summary = "Alerts and the state of their deliveries")
  AlertsAnswer alerts(
      Caller caller,
      @PathVariable String subscriberId,
      @Parameter(description = "At most so many deliveries")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    return AlertsAnswer.of(subscriberId, alerts.newest(subscriber, limit));
  }

  @GetMapping("/subscriptions")
  @Operation(operationId = "subscriptions", summary = "All subscriptions, ended ones included")
  SubscriptionsAnswer subscriptions(Caller caller, @PathVariable String subscriberId) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    Instant asOf = asOf(subscriber, SUBSCRIPTIONS);
    return SubscriptionsAnswer.of(subscriberId, asOf, subscriptions.all(subscriber));
  }

  @GetMapping("/payments")
  @Operation(operationId = "payments", summary = "The newest payments and their refunds")
  PaymentsAnswer payments(
      Caller caller,
      @PathVariable String subscriberId,
      @Parameter(description = "At most so many")
          @RequestParam(defaultValue = "50")
          @Min(1)
          @Max(500)
          int limit) {
    Subscriber subscriber = subscribers.require(caller.tenantId(), subscriberId);
    Instant asOf = asOf(subscriber, PAYMENTS);
    return PaymentsAnswer.of(subscriberId, asOf, payments.newest(subscriber, limit));
  }

  private @Nullable Instant asOf(Subscriber subscriber, String... collections) {
    return watermarks.asOf(subscriber.partition(), collections).orElse(null);
  }
}
