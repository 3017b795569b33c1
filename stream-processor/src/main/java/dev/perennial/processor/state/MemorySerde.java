package dev.perennial.processor.state;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Memory as bytes: a version, then JSON. The version is the layout's: a later release reads what an
 * earlier one has written, or refuses it by name.
 */
public final class MemorySerde {

  private static final byte LAYOUT = 2;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new MemoryModule())
          .changeDefaultVisibility(
              // "isZero" is a question, not a field.
              visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
          .build();

  private MemorySerde() {}

  public static <T> Serde<T> of(Class<T> type) {
    Serializer<T> serializer = (topic, memory) -> memory == null ? null : write(memory);
    Deserializer<T> deserializer = (topic, bytes) -> bytes == null ? null : read(bytes, type);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private static byte[] write(Object memory) {
    byte[] json = JSON.writeValueAsBytes(memory);
    byte[] bytes = new byte[json.length + 1];
    bytes[0] = LAYOUT;
    System.arraycopy(json, 0, bytes, 1, json.length);
    return bytes;
  }

  private static <T> T read(byte[] bytes, Class<T> type) {
    if (bytes.length == 0 || bytes[0] != LAYOUT) {
      throw new SerializationException(
          "The store holds %s in a layout that this release does not know"
              .formatted(type.getSimpleName()));
    }
    try {
      return JSON.readValue(bytes, 1, bytes.length - 1, type);
    } catch (JacksonException broken) {
      throw new SerializationException("The store holds a broken " + type.getSimpleName(), broken);
    }
  }
}
