package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Payments as an upstream writes them, of a hundred thousand subscribers in turn. All have the same
 * length, so a request is written once and only its numbers change: what sends the load costs
 * little beside what takes it.
 */
final class Payment {

  private static final int SUBSCRIBERS = 100_000;
  private static final String NUMBER = "#".repeat(12);
  private static final String SUBSCRIBER = "@".repeat(7);

  private static final String FORM =
      """
      {"specversion":"1.0","id":"evt-%s","source":"/billing","type":"payment.succeeded",\
      "time":"%s","subject":"service-1","subscriberid":"subscriber-%s",\
      "data":{"paymentId":"inv-%s","amount":{"value":"12.99","currency":"EUR"}}}""";

  private final String text;
  private final int id;
  private final int subscriber;
  private final int invoice;

  /**
   * @param time of all of them, to the second
   */
  Payment(Instant time) {
    this.text = FORM.formatted(NUMBER, time, SUBSCRIBER, NUMBER);
    this.id = text.indexOf(NUMBER);
    this.subscriber = text.indexOf(SUBSCRIBER);
    this.invoice = text.lastIndexOf(NUMBER);
  }

  /** The event with places for its numbers. */
  String form() {
    return text;
  }

  /** Where the numbers of each event are to stand, in a text that has the form in it some times. */
  List<Integer> places(String request) {
    return Stream.iterate(
            request.indexOf(text), at -> at >= 0, at -> request.indexOf(text, at + text.length()))
        .toList();
  }

  /**
   * Writes an event's numbers.
   *
   * @param place one of the {@link #places}
   * @param number of the event, up to twelve digits
   */
  void number(ByteBuffer request, int place, long number) {
    digits(request, place + id, NUMBER.length(), number);
    digits(request, place + subscriber, SUBSCRIBER.length(), number % SUBSCRIBERS);
    digits(request, place + invoice, NUMBER.length(), number);
  }

  /** The event of that number. */
  String event(long number) {
    ByteBuffer event = ByteBuffer.wrap(text.getBytes(US_ASCII));
    number(event, 0, number);
    return new String(event.array(), US_ASCII);
  }

  private static void digits(ByteBuffer request, int from, int length, long number) {
    long rest = number;
    for (int at = from + length - 1; at >= from; at--) {
      request.put(at, (byte) ('0' + rest % 10));
      rest /= 10;
    }
  }
}
