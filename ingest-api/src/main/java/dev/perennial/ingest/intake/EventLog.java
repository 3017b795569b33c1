package dev.perennial.ingest.intake;

import dev.perennial.contracts.http.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
  private final MeterRegistry registry;
  private final ReentrantLock making = new ReentrantLock();
  private volatile @Nullable Producer<byte[], byte[]> producer;

  /** Held by {@link #making}. */
  private boolean closed;

  EventLog(Map<String, Object> settings, Duration ackTimeout, MeterRegistry registry) {
    this.settings = settings;
    this.ackTimeout = ackTimeout;
    this.registry = registry;
  }

  /** Events that were handed to the producer. */
  static final class Sent {

    private final List<Parcel> parcels;
    private final Flight flight;
    private final long deadline;

    private Sent(List<Parcel> parcels, Flight flight, long deadline) {
      this.parcels = parcels;
      this.flight = flight;
      this.deadline = deadline;
    }

    /**
     * Waits for the broker, {@code ackTimeout} since the sending at most.
     *
     * @return for each event whether the broker acknowledged it in time
     */
    List<Outcome> await() {
      flight.await(deadline);
      List<Outcome> outcomes = new ArrayList<>(parcels.size());
      int from = 0;
      for (Parcel parcel : parcels) {
        int to = from + parcel.records().size();
        outcomes.add(
            flight
                .place(from, to)
                .<Outcome>map(place -> accepted(parcel.event(), place))
                .orElseGet(Outcome.Unacknowledged::new));
        from = to;
      }
      warnOfMissing(outcomes);
      return outcomes;
    }

    private static Outcome accepted(Taken event, Receipt place) {
      return new Outcome.Accepted(event.receipt(place).map(Receipt::text));
    }

    private static void warnOfMissing(List<Outcome> all) {
      int missing = 0;
      for (Outcome outcome : all) {
        missing += outcome instanceof Outcome.Unacknowledged ? 1 : 0;
      }
      if (missing > 0) {
        LOG.warn("The broker did not acknowledge {} of {} events in time", missing, all.size());
      }
    }
  }

  /**
   * Sends events, in their order.
   *
   * @param whenLanded told when the producer is done with the last record, whether all were
   *     acknowledged
   */
  Sent send(List<Parcel> parcels, Consumer<Boolean> whenLanded) {
    int records = 0;
    for (Parcel parcel : parcels) {
      records += parcel.records().size();
    }
    Flight flight = new Flight(records);
    flight.landed().thenAccept(whenLanded);
    long deadline = System.nanoTime() + ackTimeout.toNanos();
    send(parcels, flight);
    return new Sent(parcels, flight, deadline);
  }

  private void send(List<Parcel> parcels, Flight flight) {
    Set<String> silent = new HashSet<>();
    int record = 0;
    for (Parcel parcel : parcels) {
      for (ProducerRecord<byte[], byte[]> one : parcel.records()) {
        send(one, flight, record++, silent);
      }
    }
    flight.away();
  }

  /**
   * @param silent topics of which a send failed at once: it has waited for the broker already, and
   *     the rest would wait as long
   */
  private void send(
      ProducerRecord<byte[], byte[]> record, Flight flight, int number, Set<String> silent) {
    if (silent.contains(record.topic())) {
      flight.failed();
      return;
    }
    try {
      var sent =
          producer()
              .send(
                  record,
                  (place, failure) -> {
                    if (failure == null) {
                      flight.acknowledged(number, new Receipt(place.partition(), place.offset()));
                    } else {
                      flight.failed();
                    }
                  });
      if (sent.isDone() && flight.place(number, number + 1).isEmpty()) {
        silent.add(record.topic());
      }
    } catch (KafkaException | IllegalStateException failure) {
      // No broker was ever reached, its name does not resolve, or the service is stopping.
      flight.failed();
      silent.add(record.topic());
    }
  }

  /**
   * Asks the broker where the topics lie, so that the first event need not wait for that. A broker
   * that is away is asked again when there is an event.
   */
  void prepare(Set<String> topics) {
    try {
      topics.forEach(producer()::partitionsFor);
    } catch (KafkaException | IllegalStateException away) {
      LOG.info("The broker does not answer yet ({})", away.getClass().getSimpleName());
    }
  }

  /** Made when first needed: a broker's name that does not resolve yet must not stop a start. */
  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> made = producer;
    return made == null ? make() : made;
  }

  private Producer<byte[], byte[]> make() {
    making.lock();
    try {
      Producer<byte[], byte[]> made = producer;
      if (closed) {
        throw new IllegalStateException("The service is stopping");
      }
      if (made == null) {
        made = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        ProducerMetrics.register(made, registry);
        producer = made;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  /** Sends what is still buffered, as long as a request would wait for it. */
  @Override
  public void close() {
    Producer<byte[], byte[]> made = lastMade();
    if (made != null) {
      made.close(ackTimeout);
    }
  }

  private @Nullable Producer<byte[], byte[]> lastMade() {
    making.lock();
    try {
      closed = true;
      return producer;
    } finally {
      making.unlock();
    }
  }
}
