package dev.perennial.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.starter.PerennialProperties.Environment;
import io.sentry.Sentry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;

class PerennialPropertiesTest {

  @Test
  void shouldHaveItsDefaults() {
    try (var context = TestService.start()) {
      PerennialProperties properties = context.getBean(PerennialProperties.class);
      assertThat(properties.epoch()).isEqualTo(1);
      assertThat(properties.partitions()).isEqualTo(12);
      assertThat(properties.environment()).isEqualTo(Environment.PRODUCTION);
      assertThat(Sentry.isEnabled()).isFalse();
      assertThatThrownBy(() -> properties.kafka().requiredBootstrapServers())
          .hasMessage("The property perennial.kafka.bootstrap-servers is not set");
      assertThatThrownBy(() -> properties.mongodb().requiredUri())
          .hasMessage("The property perennial.mongodb.uri is not set");
      assertThatThrownBy(() -> properties.redis().requiredUri())
          .hasMessage("The property perennial.redis.uri is not set");
    }
  }

  @Test
  void shouldNotPrintPasswords() {
    var properties =
        new PerennialProperties(
            new PerennialProperties.Kafka("localhost:9092"),
            new PerennialProperties.Mongodb("mongodb://user:secret@localhost"),
            new PerennialProperties.Redis("redis://:secret@localhost"),
            1,
            12,
            Environment.DEVELOPMENT);
    assertThat(properties.toString()).contains("localhost:9092").doesNotContain("secret");
  }

  @Test
  void shouldRefuseToStartWithAnEpochThatIsNone() {
    assertThatThrownBy(() -> TestService.start("perennial.epoch=0"))
        .isInstanceOf(ConfigurationPropertiesBindException.class)
        .hasStackTraceContaining("perennial.epoch");
  }

  @Test
  void shouldServeItsApiDocs() {
    try (var context = TestService.start()) {
      String docs = Http.service(context).get("/v3/api-docs").body();
      assertThat(docs).contains("\"/tenant\"", "\"bearer\"").doesNotContain("keyPrefix");
    }
  }
}
