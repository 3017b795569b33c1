package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIBER_TOTALS;
import static dev.perennial.dashboard.projection.ProjectionDatabase.SUBSCRIPTIONS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.subscriber.Subscribers;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiresScope(Scope.READ)
@Tag(name = "Subscribers")
class SubscribersApi {

  private final Subscribers subscribers;
  private final Reads reads;

  SubscribersApi(Subscribers subscribers, Reads reads) {
    this.subscribers = subscribers;
    this.reads = reads;
  }

  @GetMapping("/api/v1/subscribers")
  @Operation(
      operationId = "listSubscribers",
      summary = "The tenant's subscribers",
      description = "In the order of their ids. Narrow the list down with q where it is long.")
  SubscribersAnswer list(
      Caller caller,
      After after,
      @Parameter(description = "What the id must contain, in any case")
          @RequestParam(defaultValue = "")
          @Size(max = 128)
          String q,
      @Parameter(description = "At most so many")
          @RequestParam(defaultValue = "100")
          @Min(1)
          @Max(1000)
          int limit) {
    Freshness freshness = reads.beginOfAll(after, SUBSCRIPTIONS, SUBSCRIBER_TOTALS);
    return new SubscribersAnswer(
        freshness.asOf(), freshness.caughtUp(), subscribers.list(caller.tenantId(), q, limit));
  }
}
