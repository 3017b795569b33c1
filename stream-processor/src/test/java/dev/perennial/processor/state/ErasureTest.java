package dev.perennial.processor.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.fold.Floor;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ErasureTest {

  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00.000000001Z");
  private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

  private final Serde<Erasure> serde = ErasureSerde.serde();

  @Test
  void theHighestFloorCounts() {
    assertThat(Erasure.none().with("a", LATE).with("b", EARLY).floor().at()).isEqualTo(LATE);
    assertThat(Erasure.none().with("a", EARLY).with("b", LATE).floor().at()).isEqualTo(LATE);
  }

  @Test
  void onlyTheNewestDeletionsAreKnownAgain() {
    Erasure erasure = Erasure.none();
    for (int number = 0; number <= Erasure.MOST_DELETIONS; number++) {
      erasure = erasure.with("d" + number, EARLY);
    }

    assertThat(erasure.deletions()).hasSize(Erasure.MOST_DELETIONS);
    assertThat(erasure.knows("d0")).isFalse();
    assertThat(erasure.knows("d1")).isTrue();
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Erasure erasure = new Erasure(new Floor(EARLY), List.of("a", "b"));

    byte[] bytes = serde.serializer().serialize("t", erasure);

    assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(erasure);
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void anotherLayoutAndBrokenBytesAreRefused() {
    byte[] bytes = serde.serializer().serialize("t", new Erasure(new Floor(EARLY), List.of("a")));
    byte[] other = bytes.clone();
    other[0] = 7;
    byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length - 1);

    assertThatThrownBy(() -> serde.deserializer().deserialize("t", other))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("layout");
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", broken))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("broken");
  }
}
