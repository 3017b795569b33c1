package dev.perennial.operations.command;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import dev.perennial.operations.Redaction;
import org.apache.kafka.common.errors.TimeoutException;

/** A failure as one line that a person can act on, without secrets. */
final class FailureLine {

  private static final String REFUSED = "MongoDB refused user or password";

  private static final String NO_REPLICA_SET =
      "MongoDB is no replica set: a change and its audit entry need a transaction";

  private static final int ILLEGAL_OPERATION = 20;

  private FailureLine() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case MongoSecurityException e -> REFUSED;
      case MongoCommandException e -> isStandalone(e) ? NO_REPLICA_SET : line(e);
      case MongoTimeoutException e -> isRefusal(e) ? REFUSED : "MongoDB does not answer";
      case TimeoutException e -> "Kafka does not answer";
      default -> line(failure);
    };
  }

  private static String line(Throwable failure) {
    return Redaction.oneLine(text(failure));
  }

  /** The driver goes on trying where it is refused, and then only its text says why. */
  private static boolean isRefusal(MongoTimeoutException timeout) {
    return text(timeout).contains(MongoSecurityException.class.getSimpleName());
  }

  private static boolean isStandalone(MongoCommandException refused) {
    return refused.getCode() == ILLEGAL_OPERATION && text(refused).contains("replica set");
  }

  private static String text(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }
}
