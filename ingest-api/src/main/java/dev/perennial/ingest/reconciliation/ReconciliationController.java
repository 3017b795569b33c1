package dev.perennial.ingest.reconciliation;

import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Figures for upstreams to compare. */
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class ReconciliationController implements ReconciliationApi {

  private final Reconciliations reconciliations;
  private final Clock clock;

  ReconciliationController(Reconciliations reconciliations, Clock clock) {
    this.reconciliations = reconciliations;
    this.clock = clock;
  }

  @Override
  public ReconciliationAnswer day(@Nullable String source, @Nullable String day, Caller caller) {
    return reconciliations.of(caller.tenantId(), Parameters.source(source), Days.parse(day, clock));
  }
}
