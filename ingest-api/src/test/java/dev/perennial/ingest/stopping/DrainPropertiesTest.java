package dev.perennial.ingest.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.starter.PerennialProperties.Environment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DrainPropertiesTest {

  @Test
  void shouldWaitInProductionAlone() {
    DrainProperties properties = bound(Map.of());
    assertThat(properties.drainWait(Environment.PRODUCTION)).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.drainWait(Environment.DEVELOPMENT)).isZero();
  }

  @Test
  void shouldWaitAsLongAsItIsTold() {
    DrainProperties properties = bound(Map.of("perennial.ingest.drain-wait", "15s"));
    assertThat(properties.drainWait(Environment.PRODUCTION)).isEqualTo(Duration.ofSeconds(15));
    assertThat(properties.drainWait(Environment.DEVELOPMENT)).isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void shouldNameASettingThatMakesNoSense() {
    assertThatThrownBy(() -> bound(Map.of("perennial.ingest.drain-wait", "-1s")))
        .hasStackTraceContaining("perennial.ingest.drain-wait");
  }

  private static DrainProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("perennial.ingest", DrainProperties.class);
  }
}
