package dev.perennial.processor.state;

import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A fact as layout 2 kept it: its data in the canonical form that it has on the wire, its digest as
 * it was when it came.
 */
record FactJson(
    String source,
    String id,
    Instant time,
    String digest,
    Instant receivedAt,
    Mode mode,
    String type,
    JsonNode data) {

  Fact fact() {
    EventType known =
        EventType.byName(type)
            .orElseThrow(() -> new IllegalStateException("Unknown event type in the store"));
    return new Fact(
        new EventId(source, id),
        time,
        digest,
        receivedAt,
        mode,
        EventCodec.decodeData(known, data));
  }
}
