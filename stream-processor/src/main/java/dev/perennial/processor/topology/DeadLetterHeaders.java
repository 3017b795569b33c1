package dev.perennial.processor.topology;

import dev.perennial.contracts.topic.DeadLetterNote;
import org.apache.kafka.common.header.Headers;

/** A rejected record's own headers, then why and where it was rejected. */
final class DeadLetterHeaders {

  private DeadLetterHeaders() {}

  static Headers of(Rejection rejection) {
    Origin origin = rejection.origin();
    return new DeadLetterNote(
            rejection.reason(),
            rejection.error(),
            origin.topic(),
            origin.partition(),
            origin.offset(),
            origin.appendTime())
        .addedTo(origin.headers());
  }
}
