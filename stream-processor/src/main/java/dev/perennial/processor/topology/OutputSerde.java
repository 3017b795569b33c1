package dev.perennial.processor.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** Outputs are bytes already; they are never read back under this type. */
final class OutputSerde implements Serde<Output> {

  @Override
  public Serializer<Output> serializer() {
    return (topic, output) -> output.value();
  }

  @Override
  public Deserializer<Output> deserializer() {
    return (topic, bytes) -> {
      throw new UnsupportedOperationException("Outputs are only written");
    };
  }
}
