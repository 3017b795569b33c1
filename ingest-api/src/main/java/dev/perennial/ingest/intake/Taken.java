package dev.perennial.ingest.intake;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An event that nothing is wrong with, and the records that it becomes. */
public sealed interface Taken {

  Fact fact();

  /** How many records it becomes where the topics have so many partitions. */
  int copies(int partitions);

  /** What it becomes where the topics have so many partitions. */
  List<ProducerRecord<byte[], byte[]>> records(int partitions);

  /**
   * What its sender is told of where it lies.
   *
   * @param first where its first record lies
   * @return empty for reference data, which no single place of one partition stands for
   */
  Optional<Receipt> receipt(Receipt first);

  /** One record, in the partition of its subscriber. */
  record OfSubscriber(Event event) implements Taken {

    @Override
    public Fact fact() {
      return event.fact();
    }

    @Override
    public int copies(int partitions) {
      return 1;
    }

    @Override
    public Optional<Receipt> receipt(Receipt first) {
      return Optional.of(first);
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> records(int partitions) {
      return List.of(EventRecordCodec.encode(event));
    }
  }

  /** A copy in every partition, so that each subscriber's has it. */
  record Reference(ReferenceEvent event) implements Taken {

    @Override
    public Fact fact() {
      return event.fact();
    }

    @Override
    public int copies(int partitions) {
      return partitions;
    }

    @Override
    public Optional<Receipt> receipt(Receipt first) {
      return Optional.empty();
    }

    @Override
    public List<ProducerRecord<byte[], byte[]>> records(int partitions) {
      return IntStream.range(0, partitions)
          .mapToObj(partition -> EventRecordCodec.encode(event, partition))
          .toList();
    }
  }
}
