package dev.perennial.processor.topology;

import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TopicNameExtractor;

/** An output knows its topic. A class with a name of its own, for the topology's description. */
final class ItsOwnTopic implements TopicNameExtractor<byte[], Output> {

  @Override
  public String extract(byte[] key, Output output, RecordContext context) {
    return output.topic();
  }

  @Override
  public String toString() {
    return "ItsOwnTopic";
  }
}
