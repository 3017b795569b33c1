package dev.perennial.operations.letters;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.topic.Topics;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a dead letter lies, short enough to be typed: {@code subscription-events:2:17}.
 *
 * @param topic whose dead letter it is
 * @param partition of the topic of dead letters
 * @param offset in that partition
 */
public record LetterId(String topic, int partition, long offset) {

  private static final Pattern FORMAT =
      Pattern.compile("([a-zA-Z0-9._-]{1,249}):(\\d{1,9}):(\\d{1,18})");

  public LetterId {
    requireNonNull(topic, "topic");
    if (partition < 0 || offset < 0) {
      throw new IllegalArgumentException("Partitions and offsets start at 0");
    }
  }

  /** The id in the text, whose topic may be named with or without its suffix. */
  public static Optional<LetterId> parse(String text) {
    Matcher id = FORMAT.matcher(text);
    return id.matches()
        ? Optional.of(
            new LetterId(
                sourceOf(id.group(1)), Integer.parseInt(id.group(2)), Long.parseLong(id.group(3))))
        : Optional.empty();
  }

  /** The topic that is meant, whether it or its topic of dead letters is named. */
  static String sourceOf(String topic) {
    return Topics.sourceOfDeadLetters(topic).orElse(topic);
  }

  public String text() {
    return topic + ":" + partition + ":" + offset;
  }

  TopicPartition place() {
    return new TopicPartition(Topics.deadLettersOf(topic), partition);
  }
}
