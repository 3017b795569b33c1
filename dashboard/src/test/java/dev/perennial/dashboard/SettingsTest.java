package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void aTimeLimitOutOfItsRangeIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DashboardSettings(Duration.ofMinutes(1), null, 1))
        .withMessageContaining("perennial.dashboard.read-timeout");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DashboardSettings(Duration.ofSeconds(1), null, 0))
        .withMessageContaining("perennial.dashboard.reports-per-minute");
  }
}
