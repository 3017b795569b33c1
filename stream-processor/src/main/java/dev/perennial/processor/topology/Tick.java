package dev.perennial.processor.topology;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The value of a record of the clock. */
public sealed interface Tick {

  JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Time goes on.
   *
   * @param clock the ticker's own; the record's append time is the business clock
   */
  record Clock(Instant clock) implements Tick {}

  /** Work of an earlier turn goes on; the clock stands. */
  record Continue() implements Tick {}

  record Unreadable() implements Tick {}

  static byte[] encode(Clock tick) {
    return JSON.writeValueAsBytes(Map.of("clock", tick.clock().toString()));
  }

  static byte[] encode(Continue request) {
    return JSON.writeValueAsBytes(Map.of("continue", true));
  }

  static Tick decode(byte @Nullable [] value) {
    if (value == null) {
      return new Unreadable();
    }
    try {
      JsonNode json = JSON.readTree(value);
      return json.path("continue").asBoolean(false)
          ? new Continue()
          : new Clock(Instant.parse(json.path("clock").asString("")));
    } catch (JacksonException | DateTimeException malformed) {
      return new Unreadable();
    }
  }
}
