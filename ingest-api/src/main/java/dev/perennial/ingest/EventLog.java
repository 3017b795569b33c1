package dev.perennial.ingest;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic subscription-events. An event is acknowledged when every in-sync replica has it;
 * without that, nobody knows: it may still be written, which is harmless, since facts are counted
 * once.
 */
final class EventLog implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

  private final Map<String, Object> settings;
  private final Duration ackTimeout;
  private final Semaphore room;
  private @Nullable Producer<byte[], byte[]> producer;

  /** The bound on events in flight is reached: nothing was sent. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  EventLog(Map<String, Object> settings, IngestProperties properties) {
    this.settings = settings;
    this.ackTimeout = properties.ackTimeout();
    this.room = new Semaphore(properties.maxInFlight());
  }

  /**
   * Sends events and waits for the broker, {@code ackTimeout} at most.
   *
   * @return for each event its place, or empty if it was not acknowledged in time
   * @throws Full if the events in flight leave no room for these
   */
  List<Optional<Receipt>> append(List<Event> events) {
    if (!room.tryAcquire(events.size())) {
      throw new Full();
    }
    long deadline = System.nanoTime() + ackTimeout.toNanos();
    List<Optional<Receipt>> receipts =
        send(events).stream().map(ack -> await(ack, deadline)).toList();
    long missing = receipts.stream().filter(Optional::isEmpty).count();
    if (missing > 0) {
      LOG.warn("The broker did not acknowledge {} of {} events in time", missing, events.size());
    }
    return receipts;
  }

  private List<CompletableFuture<Receipt>> send(List<Event> events) {
    List<CompletableFuture<Receipt>> acknowledgements = new ArrayList<>();
    for (Event event : events) {
      // A send that fails at once has waited for the broker already: the rest would wait as long.
      boolean refused =
          !acknowledgements.isEmpty() && acknowledgements.getLast().isCompletedExceptionally();
      CompletableFuture<Receipt> ack =
          refused ? CompletableFuture.failedFuture(new TimeoutException("not sent")) : send(event);
      // Room is given back when the producer is done with the event, not when the request is.
      ack.whenComplete((receipt, failure) -> room.release());
      acknowledgements.add(ack);
    }
    return acknowledgements;
  }

  private CompletableFuture<Receipt> send(Event event) {
    CompletableFuture<Receipt> ack = new CompletableFuture<>();
    try {
      producer()
          .send(
              EventRecordCodec.encode(event),
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

  private static Optional<Receipt> await(CompletableFuture<Receipt> ack, long deadline) {
    try {
      return Optional.of(ack.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException unacknowledged) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
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
