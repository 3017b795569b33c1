package dev.perennial.operations.letters;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/** What Kafka Connect writes on its dead letters (its {@code DeadLetterQueueReporter}). */
public final class ConnectHeaders {

  private static final String PREFIX = "__connect.errors.";
  private static final Set<String> QUOTING =
      Set.of(PREFIX + "exception.message", PREFIX + "exception.stacktrace");

  private ConnectHeaders() {}

  /** Whether a header of that name may repeat a part of the record's value. */
  public static boolean mayQuoteTheValue(String name) {
    return QUOTING.contains(name);
  }

  static Optional<Cause> cause(Headers headers) {
    return LetterText.of(headers, PREFIX + "connector.name")
        .map(
            connector ->
                new Cause.Unwritten(
                    connector,
                    LetterText.of(headers, PREFIX + "exception.class.name")
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .orElse("unknown"),
                    from(headers)));
  }

  private static Optional<String> from(Headers headers) {
    return LetterText.of(headers, PREFIX + "topic")
        .flatMap(
            topic ->
                LetterText.of(headers, PREFIX + "partition")
                    .flatMap(
                        partition ->
                            LetterText.of(headers, PREFIX + "offset")
                                .map(offset -> topic + ":" + partition + ":" + offset)));
  }
}
