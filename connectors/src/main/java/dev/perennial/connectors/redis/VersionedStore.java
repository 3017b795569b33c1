package dev.perennial.connectors.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedCollection;
import org.apache.kafka.common.TopicPartition;
import redis.clients.jedis.RedisClient;

/**
 * Documents, watermarks and positions in Redis. A batch and its position are written by one script:
 * a server that takes over between two calls would otherwise miss the documents of a position that
 * it was told.
 */
final class VersionedStore implements AutoCloseable {

  private static final String SCRIPT = resource("versioned-write.lua");

  private final RedisClient client;
  private final RedisKeys keys;
  private final Duration erasedKept;

  VersionedStore(RedisSinkConfiguration configuration) {
    this.client = RedisClient.create(configuration.uri());
    this.keys = configuration.keys();
    this.erasedKept = configuration.erasedKept();
  }

  /** What is stored for each partition, {@link Position#NONE} included. */
  Map<TopicPartition, Position> positions(SequencedCollection<TopicPartition> partitions) {
    Map<TopicPartition, Position> positions = new LinkedHashMap<>();
    if (partitions.isEmpty()) {
      return positions;
    }
    String[] fields = partitions.stream().map(RedisKeys::positionField).toArray(String[]::new);
    var stored = client.hmget(keys.positions(), fields).iterator();
    partitions.forEach(
        partition ->
            positions.put(
                partition, Position.stored(Objects.requireNonNullElse(stored.next(), ""))));
    return positions;
  }

  /**
   * Writes all and moves the position on, or nothing where the stored position is not the believed
   * one.
   *
   * @return the position that is stored afterwards
   */
  Position write(
      TopicPartition partition, Position believed, Position next, List<RedisWrite> writes) {
    List<String> names = new ArrayList<>(List.of(keys.positions(), keys.watermarkVersions()));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                RedisKeys.positionField(partition),
                believed.text(),
                next.text(),
                Long.toString(erasedKept.toMillis())));
    for (RedisWrite write : writes) {
      names.add(keyOf(write));
      arguments.add(write.kind().name().toLowerCase(Locale.ROOT));
      arguments.add(write.id());
      arguments.add(Long.toString(write.version()));
      arguments.add(write.body());
    }
    return Position.stored((String) client.eval(SCRIPT, names, arguments));
  }

  private String keyOf(RedisWrite write) {
    return switch (write.kind()) {
      case DOCUMENT, ERASED -> keys.document(write.id());
      case WATERMARK -> keys.watermarks();
    };
  }

  @Override
  public void close() {
    client.close();
  }

  private static String resource(String name) {
    try (InputStream script =
        Objects.requireNonNull(VersionedStore.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
