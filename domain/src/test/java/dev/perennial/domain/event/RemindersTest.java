package dev.perennial.domain.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.event.Reminders.Repeat;
import dev.perennial.domain.event.Reminders.Until;
import org.junit.jupiter.api.Test;

class RemindersTest {

  @Test
  void theyRepeatAtMostTenTimesWithinNinetyDays() {
    assertThat(new Repeat(90, 10, Until.PAID)).isEqualTo(new Repeat(90, 10, Until.PAID));
    assertThat(new Repeat(1, 1, Until.PAID).every()).isEqualTo(1);
    assertThatThrownBy(() -> new Repeat(0, 1, Until.PAID)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Repeat(91, 1, Until.PAID)).hasMessageContaining("not 91");
    assertThatThrownBy(() -> new Repeat(1, 0, Until.PAID)).hasMessageContaining("not 0");
    assertThatThrownBy(() -> new Repeat(1, 11, Until.PAID)).hasMessageContaining("not 11");
  }

  @Test
  void theyMaySayNothing() {
    assertThat(new Reminders(null, null).leads()).isNull();
  }
}
