package dev.perennial.connectors.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.kafka.connect.MongoSinkConnector;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;

class RedisSinkConnectorTest {

  private final RedisSinkConnector connector = new RedisSinkConnector();

  @Test
  void aWorkerThatLoadsServicesShouldFindBothSinks() {
    assertThat(ServiceLoader.load(SinkConnector.class).stream().map(ServiceLoader.Provider::type))
        .contains(MongoSinkConnector.class, RedisSinkConnector.class);
  }

  @Test
  void shouldGiveEveryTaskItsSettings() {
    Map<String, String> settings = Map.of("redis.uri", "redis://127.0.0.1:1");
    connector.start(settings);
    assertThat(connector.taskConfigs(2)).containsExactly(settings, settings);
    assertThat(connector.taskClass()).isEqualTo(RedisSinkTask.class);
    assertThat(connector.version()).isEqualTo(new RedisSinkTask().version());
    connector.stop();
  }

  @Test
  void shouldNotShowThePasswordInItsSettings() {
    var configuration =
        new RedisSinkConfiguration(
            Map.of(
                "redis.uri", "redis://:secret@127.0.0.1:1",
                "redis.key.prefix", "perennial:e1",
                "redis.collection", "subscriber-totals"));
    assertThat(configuration.values().toString()).doesNotContain("secret");
    assertThat(configuration.uri()).contains("secret");
  }

  @Test
  void shouldDemandAPrefix() {
    Map<String, String> settings = Map.of("redis.uri", "redis://127.0.0.1:1");
    assertThatThrownBy(() -> new RedisSinkConfiguration(settings))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("redis.key.prefix");
    assertThat(connector.config().names()).contains("redis.collection");
  }
}
