package dev.perennial.dashboard.api;

import static dev.perennial.dashboard.projection.ProjectionDatabase.TENANT_TOTALS;
import static java.time.temporal.ChronoUnit.MONTHS;

import dev.perennial.contracts.control.Scope;
import dev.perennial.dashboard.after.After;
import dev.perennial.dashboard.signin.SessionCaller;
import dev.perennial.dashboard.tenant.TenantTotals;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import dev.perennial.starter.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the tenant's subscribers spend and cost together; for its API keys alone. */
@RestController
@RequiresScope(Scope.READ)
@Tag(name = "Tenant")
class TenantApi {

  private static final int YEAR = 12;
  private static final int MOST_MONTHS = 120;

  private final TenantTotals totals;
  private final Reads reads;
  private final Clock clock;

  TenantApi(TenantTotals totals, Reads reads, Clock clock) {
    this.totals = totals;
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping("/api/v1/totals")
  @Operation(
      operationId = "tenantTotals",
      summary = "The tenant's spend and run rate a month",
      description =
          "All subscribers together. In every month, currency and category start + new + expansion"
              + " + reactivation - contraction - churn = end. Only for API keys: 403 api-key-needed"
              + " for a signed-in subscriber.")
  TenantTotalsAnswer totals(
      Caller caller,
      After after,
      @Parameter(
              description = "The first month; by default eleven before the last",
              schema = @Schema(type = "string", example = "2026-01"))
          @RequestParam(required = false)
          @Nullable YearMonth from,
      @Parameter(
              description = "The last month, at most 120 in all; by default this one (UTC)",
              schema = @Schema(type = "string", example = "2026-11"))
          @RequestParam(required = false)
          @Nullable YearMonth to) {
    requireAnApiKey(caller);
    YearMonth last = Objects.requireNonNullElseGet(to, this::thisMonth);
    YearMonth first = from == null ? last.minusMonths(YEAR - 1L) : from;
    requireSome(first, last);
    Freshness freshness = reads.beginOfAll(after, TENANT_TOTALS);
    return TenantTotalsAnswer.of(freshness, totals.between(caller.tenantId(), first, last));
  }

  private YearMonth thisMonth() {
    return YearMonth.now(clock.withZone(ZoneOffset.UTC));
  }

  private static void requireAnApiKey(Caller caller) {
    if (SessionCaller.isSession(caller)) {
      throw new ProblemException(
          403, "api-key-needed", "The tenant's figures are only for its API keys.");
    }
  }

  private static void requireSome(YearMonth first, YearMonth last) {
    long months = MONTHS.between(first, last) + 1;
    if (months < 1 || months > MOST_MONTHS) {
      throw new ProblemException(
          400, "months-out-of-range", "From from to to there are 1 to 120 months.");
    }
  }
}
