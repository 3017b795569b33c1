package dev.perennial.operations.command;

import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import dev.perennial.operations.Redaction;
import org.apache.kafka.common.errors.TimeoutException;

/** A failure as one line that a person can act on, without secrets. */
final class FailureLine {

  private static final String REFUSED = "MongoDB refused user or password";

  private FailureLine() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case MongoSecurityException e -> REFUSED;
      case MongoTimeoutException e -> isRefusal(e) ? REFUSED : "MongoDB does not answer";
      case TimeoutException e -> "Kafka does not answer";
      default -> Redaction.oneLine(text(failure));
    };
  }

  /** The driver goes on trying where it is refused, and then only its text says why. */
  private static boolean isRefusal(MongoTimeoutException timeout) {
    return text(timeout).contains(MongoSecurityException.class.getSimpleName());
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
