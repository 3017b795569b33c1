package dev.perennial.ingest.outcome;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.ingest.projection.Parameters;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Says what became of an event, to whom it belongs. */
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class OutcomeController implements OutcomeApi {

  private final Outcomes outcomes;
  private final int partitions;

  OutcomeController(Outcomes outcomes, PerennialProperties platform) {
    this.outcomes = outcomes;
    this.partitions = platform.partitions();
  }

  @Override
  public OutcomeAnswer event(
      String id,
      @Nullable String source,
      @Nullable String receipt,
      @Nullable String after,
      Caller caller) {
    Receipt place = place(after == null ? receipt : after);
    Question question =
        new Question(
            caller.tenantId(),
            Parameters.eventId(id),
            source == null ? null : Parameters.source(source),
            place);
    return after == null ? outcomes.now(question) : outcomes.caughtUp(question);
  }

  private @Nullable Receipt place(@Nullable String text) {
    return text == null ? null : Parameters.receipt(text, partitions);
  }
}
