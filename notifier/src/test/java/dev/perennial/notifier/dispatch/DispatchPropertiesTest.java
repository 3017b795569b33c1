package dev.perennial.notifier.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DispatchPropertiesTest {

  @Test
  void defaultsAreThoseOfTheReadme() {
    var defaults = bound(Map.of());

    assertThat(defaults)
        .isEqualTo(
            new DispatchProperties(
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                4,
                10,
                Duration.ofSeconds(5),
                Duration.ofMinutes(15),
                Duration.ofSeconds(15)));
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "2, 10", "3, 20", "8, 640", "9, 900", "100, 900"})
  void pausesDoubleUpToTheLongest(int attempt, long seconds) {
    assertThat(bound(Map.of()).pauseAfter(attempt)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({"lease, 0s", "poll-interval, -1s", "workers, 0", "workers, 65", "max-attempts, 0"})
  void aWrongSettingIsNamed(String property, String value) {
    assertThatThrownBy(() -> bound(Map.of("perennial.notifier." + property, value)))
        .rootCause()
        .hasMessageContaining("perennial.notifier." + property);
  }

  private static DispatchProperties bound(Map<String, String> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bindOrCreate("perennial.notifier", DispatchProperties.class);
  }
}
