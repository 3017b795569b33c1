package dev.perennial.ingest.intake;

import dev.perennial.contracts.http.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics subscription-events and reference-data. An event is acknowledged when every in-sync
 * replica has it, reference data when that is so in every partition; without that, nobody knows: it
 * may still be written, which is harmless, since facts are counted once.
 */
final class EventLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  private final Map<String, Object> settings;
  private final Duration ackTimeout;
  private final int partitions;
  private final int mostInFlight;
  private final Semaphore room;
  private @Nullable Producer<byte[], byte[]> producer;

  /** The bound on records in flight is reached: nothing was sent. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The events have more records than may ever be in flight: nothing was sent. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param partitions of both topics
   */
  EventLog(Map<String, Object> settings, IngestProperties properties, int partitions) {
    this.settings = settings;
    this.ackTimeout = properties.ackTimeout();
    this.partitions = partitions;
    this.mostInFlight = properties.maxInFlight();
    this.room = new Semaphore(mostInFlight);
  }

  /** Events that were handed to the producer. */
  final class Sent {

    private final List<Sending> sendings;
    private final long deadline;

    private Sent(List<Sending> sendings, long deadline) {
      this.sendings = sendings;
      this.deadline = deadline;
    }

    /**
     * Waits for the broker, {@code ackTimeout} since the sending at most.
     *
     * @return for each event what the broker said, or empty if it did not in time
     */
    List<Optional<Acknowledgement>> await() {
      var acknowledgements = sendings.stream().map(sending -> sending.await(deadline)).toList();
      long missing = acknowledgements.stream().filter(Optional::isEmpty).count();
      if (missing > 0) {
        LOG.warn(
            "The broker did not acknowledge {} of {} events in time", missing, sendings.size());
      }
      return acknowledgements;
    }
  }

  /**
   * Sends events.
   *
   * @param patience how long to wait for room
   * @throws Full if the records in flight leave no room for those of these events
   * @throws TooLarge if there is never room for them
   */
  Sent send(List<Taken> events, Duration patience) {
    int needed = events.stream().mapToInt(event -> event.copies(partitions)).sum();
    if (needed > mostInFlight) {
      throw new TooLarge();
    }
    if (!hasRoom(needed, patience)) {
      throw new Full();
    }
    long deadline = System.nanoTime() + ackTimeout.toNanos();
    Set<String> silent = new HashSet<>();
    List<Sending> sendings = new ArrayList<>();
    for (Taken event : events) {
      sendings.add(new Sending(event, send(event.records(partitions), silent)));
    }
    return new Sent(List.copyOf(sendings), deadline);
  }

  private boolean hasRoom(int needed, Duration patience) {
    try {
      return room.tryAcquire(needed, patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * @param silent topics of which a send failed at once: it has waited for the broker already, and
   *     the rest would wait as long
   */
  private List<CompletableFuture<Receipt>> send(
      List<ProducerRecord<byte[], byte[]>> records, Set<String> silent) {
    List<CompletableFuture<Receipt>> acknowledgements = new ArrayList<>();
    for (ProducerRecord<byte[], byte[]> record : records) {
      CompletableFuture<Receipt> ack =
          silent.contains(record.topic())
              ? CompletableFuture.failedFuture(new TimeoutException("not sent"))
              : send(record);
      if (ack.isCompletedExceptionally()) {
        silent.add(record.topic());
      }
      // Room is given back when the producer is done with the record, not when the request is.
      ack.whenComplete((place, failure) -> room.release());
      acknowledgements.add(ack);
    }
    return acknowledgements;
  }

  private CompletableFuture<Receipt> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Receipt> ack = new CompletableFuture<>();
    try {
      producer()
          .send(
              record,
              (place, failure) -> {
                if (failure == null) {
                  ack.complete(new Receipt(place.partition(), place.offset()));
                } else {
                  ack.completeExceptionally(failure);
                }
              });
    } catch (KafkaException | IllegalStateException failure) {
      // No broker was ever reached, its name does not resolve, or the service is stopping.
      ack.completeExceptionally(failure);
    }
    return ack;
  }

  /** Made when first needed: a broker's name that does not resolve yet must not stop a start. */
  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /** Sends what is still buffered, as long as a request would wait for it. */
  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(ackTimeout);
    }
  }
}
