package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Mode;
import java.time.Instant;

/** One event as an upstream sends it, and the pieces to spoil it. */
final class Samples {

  static final Arrival ARRIVAL =
      new Arrival("acme", Instant.parse("2026-01-05T10:00:01Z"), Mode.LIVE);

  static final String STARTED =
      """
      {"specversion":"1.0","id":"evt-1","source":"/billing","type":"subscription.started",
       "time":"2026-01-05T10:00:00Z","subject":"netflix","subscriberid":"alice",
       "datacontenttype":"application/json",
       "data":{"name":"Netflix","vendor":"Netflix Inc.","category":"streaming",
               "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},
               "billing":{"every":1,"unit":"MONTH","anchor":"2026-01-31","monthEnd":"CLAMP"},
               "trialEnds":"2026-02-14","endsOn":"2027-01-01","collection":"AUTO",
               "reminders":{"leads":[7,1]},"url":"https://netflix.example","tags":["family"]}}
      """;

  private Samples() {}

  static Decoding decode(String json) {
    return EventCodec.decode(StrictJson.parse(json.getBytes(UTF_8)), ARRIVAL);
  }

  static Event event(String json) {
    return ((Decoding.Decoded) decode(json)).event();
  }

  static Event started() {
    return event(STARTED);
  }

  static String of(String type, String data) {
    return """
        {"specversion":"1.0","id":"evt-1","source":"/billing","type":"%s",
         "time":"2026-01-05T10:00:00Z","subject":"alice","subscriberid":"alice","data":%s}
        """
        .formatted(type, data);
  }
}
