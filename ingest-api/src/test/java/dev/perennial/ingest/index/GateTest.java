package dev.perennial.ingest.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {

  private final AtomicLong now = new AtomicLong();
  private final Gate gate = new Gate(Duration.ofSeconds(1), now::get);

  @Test
  void shouldLetAllThroughUntilItIsShut() {
    assertThat(gate.permits()).isTrue();
    assertThat(gate.permits()).isTrue();
    gate.shut();
    assertThat(gate.isOpen()).isFalse();
    assertThat(gate.permits()).isFalse();
  }

  @Test
  void shouldLetOneTryAfterAPauseAndAllWhenThatWentWell() {
    gate.shut();
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(gate.permits()).isTrue();
    assertThat(gate.permits()).isFalse();
    gate.open();
    assertThat(gate.permits()).isTrue();
    assertThat(gate.isOpen()).isTrue();
  }
}
