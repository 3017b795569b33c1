package dev.perennial.operations.letters;

import com.mongodb.MongoException;
import dev.perennial.operations.OperationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters back to their source topics, then says so in the audit record. Killed between the
 * two, a letter stays open: replaying it again changes nothing, since equal facts count once.
 */
public final class Replay {

  private final Producer<byte[], byte[]> kafka;
  private final AuditLog audit;
  private final Clock clock;
  private final String operator;

  /**
   * @param kafka idempotent, waiting for all in-sync replicas
   */
  public Replay(Producer<byte[], byte[]> kafka, AuditLog audit, Clock clock, String operator) {
    this.kafka = kafka;
    this.audit = audit;
    this.clock = clock;
    this.operator = operator;
    audit.prepare();
  }

  /**
   * Returns when all are acknowledged and audited.
   *
   * @return where each was written, in their order
   * @throws OperationException where some were not acknowledged; the others are audited
   */
  public List<HandledLetter> run(List<Outgoing> letters) {
    List<Future<RecordMetadata>> answers =
        letters.stream().map(letter -> kafka.send(letter.record())).toList();
    kafka.flush();
    List<HandledLetter> replayed = new ArrayList<>();
    String refusal = null;
    for (int index = 0; index < answers.size(); index++) {
      try {
        replayed.add(handled(letters.get(index), answers.get(index).get()));
      } catch (ExecutionException refused) {
        refusal = text(refused);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        refusal = "interrupted";
      }
    }
    audit(replayed);
    requireAll(letters.size(), replayed.size(), refusal);
    return replayed;
  }

  private static HandledLetter handled(Outgoing letter, RecordMetadata place) {
    String to = place.topic() + ":" + place.partition() + ":" + place.offset();
    return HandledLetter.of(letter.letter(), to, letter.digest(), letter.mended());
  }

  private static String text(ExecutionException refused) {
    Throwable cause = Objects.requireNonNullElse(refused.getCause(), refused);
    return cause instanceof org.apache.kafka.common.errors.TimeoutException
        ? "Kafka does not answer"
        : String.valueOf(cause.getMessage());
  }

  private void audit(List<HandledLetter> replayed) {
    if (replayed.isEmpty()) {
      return;
    }
    try {
      audit.append(
          new AuditEntry(clock.instant(), operator, AuditEntry.Action.REPLAYED, null, replayed));
    } catch (MongoException e) {
      throw new OperationException(
          ("%d replayed, %s the first, but MongoDB did not take the audit record: they are listed"
                  + " as open, and replaying them again changes nothing")
              .formatted(replayed.size(), replayed.getFirst().id().text()),
          e);
    }
  }

  private static void requireAll(int wanted, int replayed, @Nullable String refusal) {
    if (replayed < wanted) {
      throw new OperationException(
          "%d of %d were not acknowledged and stay open: %s"
              .formatted(wanted - replayed, wanted, refusal));
    }
  }
}
