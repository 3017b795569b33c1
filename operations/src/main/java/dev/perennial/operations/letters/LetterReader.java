package dev.perennial.operations.letters;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.operations.OperationException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the topics of dead letters, whichever there are on the cluster. */
public final class LetterReader {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final int POLLS = 20;

  private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka;

  /**
   * @param kafka in no group, reading what is committed
   */
  public LetterReader(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> kafka) {
    this.kafka = kafka;
  }

  /**
   * Gives the letters in batches, by topic, partition and offset. What is written after the call
   * has begun is not among them, or replaying poison would never end.
   *
   * @throws OperationException where there is no such topic
   */
  public void read(Selection selection, Consumer<List<Letter>> batches) {
    List<TopicPartition> partitions = partitions(selection);
    Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
    for (TopicPartition partition : partitions) {
      long end = Objects.requireNonNull(ends.get(partition));
      kafka.assign(List.of(partition));
      seekToStart(partition, selection, end);
      while (kafka.position(partition) < end) {
        List<Letter> letters =
            next(partition).stream()
                .filter(record -> record.offset() < end)
                .map(Letter::of)
                .filter(selection::covers)
                .toList();
        if (!letters.isEmpty()) {
          batches.accept(letters);
        }
      }
    }
  }

  /**
   * The letter of that id.
   *
   * @throws OperationException where it is not there
   */
  public Letter require(LetterId id) {
    TopicPartition partition = id.place();
    if (!partitions(new Selection(id.topic(), null, null)).contains(partition)) {
      throw new OperationException("There is no partition " + partition);
    }
    long end = Objects.requireNonNull(kafka.endOffsets(List.of(partition)).get(partition));
    if (id.offset() < end) {
      kafka.assign(List.of(partition));
      kafka.seek(partition, id.offset());
      while (kafka.position(partition) <= id.offset()) {
        for (ConsumerRecord<byte[], byte[]> record : next(partition)) {
          if (record.offset() == id.offset()) {
            return Letter.of(record);
          }
        }
      }
    }
    throw new OperationException(
        "There is no dead letter %s (they are kept for %d days); dead-letters list shows them"
            .formatted(id.text(), Topics.DEAD_LETTERS_KEPT.toDays()));
  }

  private List<TopicPartition> partitions(Selection selection) {
    List<TopicPartition> partitions =
        kafka.listTopics().entrySet().stream()
            .filter(
                topic ->
                    Topics.sourceOfDeadLetters(topic.getKey())
                        .filter(selection::coversTopic)
                        .isPresent())
            .flatMap(topic -> topic.getValue().stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .sorted(
                Comparator.comparing(TopicPartition::topic)
                    .thenComparing(TopicPartition::partition))
            .toList();
    if (partitions.isEmpty()) {
      throw new OperationException(missing(selection.topic()));
    }
    return partitions;
  }

  private static String missing(@Nullable String topic) {
    return topic == null
        ? "The cluster has no topics of dead letters; topics apply creates them"
        : "There is no topic " + Topics.deadLettersOf(LetterId.sourceOf(topic));
  }

  private void seekToStart(TopicPartition partition, Selection selection, long end) {
    if (selection.since() == null) {
      kafka.seekToBeginning(List.of(partition));
    } else {
      var times = Map.of(partition, selection.since().toEpochMilli());
      var found = kafka.offsetsForTimes(times).get(partition);
      kafka.seek(partition, found == null ? end : found.offset());
    }
  }

  /** Also markers of transactions move the position, and give no record. */
  private List<ConsumerRecord<byte[], byte[]>> next(TopicPartition partition) {
    long before = kafka.position(partition);
    for (int poll = 0; poll < POLLS; poll++) {
      var records = kafka.poll(POLL);
      if (kafka.position(partition) > before) {
        return StreamSupport.stream(records.spliterator(), false).toList();
      }
    }
    throw new OperationException("Kafka does not answer");
  }
}
