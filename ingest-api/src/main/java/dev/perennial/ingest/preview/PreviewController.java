package dev.perennial.ingest.preview;

import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.ingest.intake.EventReader;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.RequiresScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** Says what events would do. */
@RestController
@RequiresScope(Scope.EVENTS_WRITE)
class PreviewController implements PreviewApi {

  private final EventReader events;
  private final Previews previews;

  PreviewController(EventReader events, Previews previews) {
    this.events = events;
    this.previews = previews;
  }

  @Override
  public PreviewAnswer preview(
      byte @Nullable [] body,
      @Nullable String at,
      @Nullable String days,
      @Nullable String mode,
      Caller caller) {
    Arrival arrival = events.arrival(caller, mode);
    return previews.of(body, arrival, Span.of(at, days, arrival.receivedAt()), caller);
  }
}
