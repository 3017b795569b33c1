package dev.perennial.notifier.deliveries;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.notifier.ledger.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.bson.Document;

/**
 * Publishes what the outbox holds, then takes it out. A crash in between publishes a revision
 * twice, which its version makes harmless; none is lost.
 */
public final class DeliveryPublisher {

  private static final int AT_ONCE = 500;

  private final Outbox outbox;
  private final Producer<byte[], byte[]> producer;

  /**
   * @param producer idempotent, acks=all
   */
  public DeliveryPublisher(Outbox outbox, Producer<byte[], byte[]> producer) {
    this.outbox = outbox;
    this.producer = producer;
  }

  /**
   * @return false if there was nothing to publish
   * @throws KafkaException if the broker did not acknowledge
   * @throws com.mongodb.MongoException if the ledger cannot be reached
   */
  public boolean publishNext() {
    var rows = outbox.unpublished(AT_ONCE);
    Map<Document, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    rows.forEach(row -> sent.put(row, producer.send(record(row))));
    producer.flush();
    sent.forEach(this::conclude);
    return !rows.isEmpty();
  }

  private ProducerRecord<byte[], byte[]> record(Document row) {
    var key = row.getString("_id").getBytes(UTF_8);
    var partitions = producer.partitionsFor(Topics.DELIVERIES).size();
    // The document names its partition, so the partition is chosen here: as the default would.
    var partition = Utils.toPositive(Utils.murmur2(key)) % partitions;
    var value = DeliveryDocument.of(row, partition).getBytes(UTF_8);
    return new ProducerRecord<>(Topics.DELIVERIES, partition, key, value);
  }

  private void conclude(Document row, Future<RecordMetadata> acknowledgement) {
    try {
      acknowledgement.get();
      outbox.published(row.getString("_id"), row.getLong("revision"));
    } catch (ExecutionException refused) {
      throw new KafkaException("A delivery was not acknowledged", refused.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new KafkaException("Stopped while publishing", stopping);
    }
  }
}
