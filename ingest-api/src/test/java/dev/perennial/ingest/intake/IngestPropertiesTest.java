package dev.perennial.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IngestPropertiesTest {

  @Test
  void shouldHaveItsDefaults() {
    IngestProperties properties = bound(Map.of());
    assertThat(properties.maxBatch()).isEqualTo(1_000);
    assertThat(properties.maxInFlight()).isEqualTo(20_000);
    assertThat(properties.maxBytesInFlight().toMegabytes()).isEqualTo(32);
    assertThat(properties.buffer().toMegabytes()).isEqualTo(32);
    assertThat(properties.deliveryTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(properties.ackTimeout()).isEqualTo(Duration.ofSeconds(6));
    assertThat(properties.futureWindow()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void shouldNameSettingsThatContradictEachOther() {
    assertThatThrownBy(() -> bound(Map.of("perennial.ingest.max-in-flight", "999")))
        .hasStackTraceContaining("perennial.ingest.max-in-flight");
    assertThatThrownBy(() -> bound(Map.of("perennial.ingest.max-bytes-in-flight", "15MB")))
        .hasStackTraceContaining("perennial.ingest.max-bytes-in-flight");
    assertThatThrownBy(() -> bound(Map.of("perennial.ingest.ack-timeout", "5s")))
        .hasStackTraceContaining("perennial.ingest.ack-timeout");
  }

  private static IngestProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("perennial.ingest", IngestProperties.class);
  }
}
