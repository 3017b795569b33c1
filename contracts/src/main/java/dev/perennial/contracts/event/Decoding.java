package dev.perennial.contracts.event;

import dev.perennial.domain.event.Event;

/** What came of reading an event. */
public sealed interface Decoding {

  record Decoded(Event event) implements Decoding {}

  record Rejected(Violation violation) implements Decoding {}
}
