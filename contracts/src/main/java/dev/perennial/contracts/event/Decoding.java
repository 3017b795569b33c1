package dev.perennial.contracts.event;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;

/** What came of reading an event. */
public sealed interface Decoding {

  /** An event of a subscriber: it belongs on the topic subscription-events. */
  record Decoded(Event event) implements Decoding {}

  /** Reference data: it belongs on the topic reference-data, in every partition. */
  record DecodedReference(ReferenceEvent event) implements Decoding {}

  record Rejected(Violation violation) implements Decoding {}
}
