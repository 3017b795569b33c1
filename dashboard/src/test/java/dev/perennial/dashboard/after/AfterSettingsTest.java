package dev.perennial.dashboard.after;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AfterSettingsTest {

  @Test
  void aWaitOrANumberOutOfItsRangeIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AfterSettings(Duration.ofSeconds(11), 1))
        .withMessageContaining("perennial.dashboard.after.longest-wait");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AfterSettings(Duration.ofMillis(-1), 1))
        .withMessageContaining("perennial.dashboard.after.longest-wait");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AfterSettings(Duration.ofSeconds(2), 0))
        .withMessageContaining("perennial.dashboard.after.most-waiting");
  }
}
