package dev.perennial.notifier.alerts;

import dev.perennial.contracts.topic.DeadLetterNote;
import dev.perennial.contracts.topic.Topics;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps records that nobody can use, with the reason and the place they came from. */
final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final Producer<byte[], byte[]> producer;

  DeadLetters(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Returns when the broker has it.
   *
   * @param error without anything of the record's value
   * @throws KafkaException if the broker did not acknowledge
   */
  void add(ConsumerRecord<byte[], byte[]> record, String reason, String error) {
    var letter =
        new ProducerRecord<>(
            Topics.deadLettersOf(record.topic()),
            null,
            record.key(),
            record.value(),
            headers(record, reason, error));
    try {
      producer.send(letter).get();
    } catch (ExecutionException refused) {
      throw new KafkaException("A dead letter was not acknowledged", refused.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Stopped while writing a dead letter", stopping);
    }
    LOG.atWarn()
        .addKeyValue("reason", reason)
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .log("A record went to the dead letters");
  }

  private static Headers headers(
      ConsumerRecord<byte[], byte[]> record, String reason, String error) {
    return new DeadLetterNote(
            reason,
            error,
            record.topic(),
            record.partition(),
            record.offset(),
            Instant.ofEpochMilli(record.timestamp()))
        .addedTo(record.headers());
  }
}
