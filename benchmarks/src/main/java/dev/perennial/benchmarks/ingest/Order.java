package dev.perennial.benchmarks.ingest;

import java.time.Instant;

/**
 * What the process that sends is to do.
 *
 * @param first number of an event; no event comes twice
 * @param warmUp milliseconds before anything is measured
 * @param measured milliseconds
 * @param time of the events
 */
record Order(
    int port, Form form, int connections, long first, long warmUp, long measured, Instant time) {

  String text() {
    return String.join(
        " ",
        Integer.toString(port),
        form.text(),
        Integer.toString(connections),
        Long.toString(first),
        Long.toString(warmUp),
        Long.toString(measured),
        time.toString());
  }

  static Order parse(String text) {
    String[] parts = text.split(" ", -1);
    return new Order(
        Integer.parseInt(parts[0]),
        Form.of(parts[1]),
        Integer.parseInt(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]),
        Long.parseLong(parts[5]),
        Instant.parse(parts[6]));
  }
}
