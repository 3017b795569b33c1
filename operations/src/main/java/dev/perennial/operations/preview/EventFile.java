package dev.perennial.operations.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.event.Violation;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Mode;
import dev.perennial.operations.OperationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Events as ingest would take them, from a file.
 *
 * @param refused a line for each that ingest would refuse: its number, code, place and reason
 */
public record EventFile(List<Event> valid, List<String> refused) {

  private static final String TENANT = "preview";

  public EventFile {
    valid = List.copyOf(valid);
    refused = List.copyOf(refused);
  }

  /**
   * @param file one event, a JSON array of them, or one a line; {@code -} for standard input
   * @param now when they would be received
   * @throws OperationException if the file cannot be read
   */
  public static EventFile read(Path file, Instant now) {
    byte[] bytes = bytes(file);
    try {
      JsonNode json = StrictJson.parse(bytes);
      return decode(json.isArray() ? List.copyOf(json.values()) : List.of(json), now);
    } catch (InvalidInput notOneDocument) {
      return lines(bytes, now);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    }
  }

  private static EventFile lines(byte[] bytes, Instant now) {
    EventFile all = new EventFile(List.of(), List.of());
    int number = 0;
    for (String line : new String(bytes, UTF_8).split("\n", -1)) {
      number++;
      if (!line.isBlank()) {
        all = all.plus(line(line, number, now));
      }
    }
    return all;
  }

  private static EventFile line(String line, int number, Instant now) {
    try {
      return decode(StrictJson.parse(line.getBytes(UTF_8)), number, now);
    } catch (InvalidInput invalid) {
      return refused(number, invalid.violation());
    }
  }

  private static EventFile decode(List<JsonNode> events, Instant now) {
    EventFile all = new EventFile(List.of(), List.of());
    for (int index = 0; index < events.size(); index++) {
      all = all.plus(decode(events.get(index), index + 1, now));
    }
    return all;
  }

  private static EventFile decode(JsonNode json, int number, Instant now) {
    return switch (EventCodec.decode(json, new Arrival(TENANT, now, Mode.LIVE))) {
      case Decoding.Decoded decoded -> new EventFile(List.of(decoded.event()), List.of());
      case Decoding.DecodedReference reference ->
          new EventFile(
              List.of(), List.of("event " + number + ": reference data is not previewed"));
      case Decoding.Rejected rejected -> refused(number, rejected.violation());
    };
  }

  private static EventFile refused(int number, Violation violation) {
    return new EventFile(
        List.of(),
        List.of(
            "event %d: %s at %s: %s"
                .formatted(
                    number,
                    violation.code(),
                    violation.pointer().isEmpty() ? "its root" : violation.pointer(),
                    violation.detail())));
  }

  private EventFile plus(EventFile more) {
    List<Event> events = new ArrayList<>(valid);
    events.addAll(more.valid);
    List<String> lines = new ArrayList<>(refused);
    lines.addAll(more.refused);
    return new EventFile(events, lines);
  }
}
