package dev.perennial.processor.topology;

import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;
import java.time.Instant;

/** A record that was read, or that could not be. */
sealed interface Input {

  record EventRead(Event event, Origin origin) implements Input {}

  record ReferenceRead(ReferenceEvent event, Origin origin) implements Input {}

  /**
   * @param clock the ticker's own
   * @param appendTime the broker's, which is the business clock
   */
  record TickRead(Instant clock, Instant appendTime) implements Input {}

  /** The processor's own request to go on with work that did not fit one record's turn. */
  record ContinueRead() implements Input {}

  /** An alert of the serving epoch; only a replay reads them. */
  record AlertRead(AlertMessage message) implements Input {}

  record Unreadable(Rejection rejection) implements Input {}
}
