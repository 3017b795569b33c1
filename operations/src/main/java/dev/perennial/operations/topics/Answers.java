package dev.perennial.operations.topics;

import dev.perennial.operations.OperationException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaFuture;

/** The broker's answers, waited for. */
public final class Answers {

  private static final long WITHIN_S = 30;

  private Answers() {}

  /** Waits for the answer; what goes wrong is said in one line. */
  public static <T> T of(KafkaFuture<T> answer) {
    try {
      return answer.get(WITHIN_S, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      throw cause instanceof org.apache.kafka.common.errors.TimeoutException
          ? silent(e)
          : new OperationException("Kafka refused: " + cause.getMessage(), e);
    } catch (TimeoutException e) {
      throw silent(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationException("Interrupted", e);
    }
  }

  static boolean succeeds(KafkaFuture<?> answer) {
    try {
      of(answer);
      return true;
    } catch (OperationException notYet) {
      if (Thread.currentThread().isInterrupted()) {
        throw notYet;
      }
      return false;
    }
  }

  private static OperationException silent(Exception e) {
    return new OperationException("Kafka does not answer", e);
  }
}
