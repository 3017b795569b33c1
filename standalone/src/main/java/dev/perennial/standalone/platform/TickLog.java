package dev.perennial.standalone.platform;

import dev.perennial.contracts.topic.Topics;
import dev.perennial.standalone.oracle.Ticks;
import java.nio.file.Path;
import java.time.Instant;

/** Reads ticks off their topic into the record that stays in the data folder. */
final class TickLog {
  private final Path file;
  private final TopicReader topics;
  private final TickRecord record;

  TickLog(Path file, TopicReader topics) {
    this.file = file;
    this.topics = topics;
    this.record = TickRecord.parse(PrivateFile.read(file).orElse(""));
  }

  /** All ticks up to now, of earlier runs too. */
  synchronized Ticks refresh() {
    topics.read(
        Topics.CLOCK_TICKS,
        record::next,
        tick ->
            record.add(tick.partition(), tick.offset(), Instant.ofEpochMilli(tick.timestamp())));
    PrivateFile.write(file, record.text());
    return record.ticks();
  }
}
