package dev.perennial.ingest.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class IndexPropertiesTest {

  @Test
  void shouldRememberAWeekOrWhatItIsTold() {
    assertThat(bound(Map.of()).duplicateWindow()).isEqualTo(Duration.ofDays(7));
    assertThat(bound(Map.of("perennial.ingest.duplicate-window", "0")).duplicateWindow()).isZero();
  }

  @Test
  void shouldNameASettingThatMakesNoSense() {
    assertThatThrownBy(() -> bound(Map.of("perennial.ingest.duplicate-window", "-1s")))
        .hasStackTraceContaining("perennial.ingest.duplicate-window");
  }

  private static IndexProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("perennial.ingest", IndexProperties.class);
  }
}
