package dev.perennial.domain.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactLogTest {

  private static final Fact FIRST = Facts.at("2025-01-01T00:00:00Z", "a", Facts.paid("p", "1.00"));
  private static final Fact SECOND = Facts.at("2025-01-02T00:00:00Z", "b", Facts.paid("p", "2.00"));

  @Test
  void itIsSortedWhateverTheOrderOfArrival() {
    FactLog log = FactLog.empty().add(SECOND).add(FIRST);

    assertThat(log.facts()).containsExactly(FIRST, SECOND);
    assertThat(log.size()).isEqualTo(2);
    assertThat(FactLog.empty().size()).isZero();
  }

  @Test
  void ofEqualFactsTheEarliestReceivedIsKept() {
    FactLog log = FactLog.of(List.of(FIRST, SECOND));

    assertThat(log.add(FIRST)).isSameAs(log);
    assertThat(log.add(receivedAfter(FIRST, 60))).isSameAs(log);
    assertThat(log.add(receivedAfter(FIRST, -60)).facts())
        .containsExactly(receivedAfter(FIRST, -60), SECOND);
  }

  @Test
  void itKnowsWhenTheNewestImportedFactWasReceived() {
    FactLog log = FactLog.of(List.of(FIRST, imported(FIRST, 60), imported(SECOND, 7_200), SECOND));

    assertThat(FactLog.of(List.of(FIRST, SECOND)).importedAt()).isEmpty();
    assertThat(log.importedAt()).isEmpty();
    assertThat(FactLog.of(List.of(imported(FIRST, 60), imported(SECOND, 0))).importedAt())
        .contains(
            Stream.of(FIRST.receivedAt().plusSeconds(60), SECOND.receivedAt())
                .max(Instant::compareTo)
                .orElseThrow());
  }

  private static Fact imported(Fact fact, int seconds) {
    return new Fact(
        fact.id(),
        fact.time(),
        fact.digest(),
        fact.receivedAt().plusSeconds(seconds),
        Mode.BACKFILL,
        fact.data());
  }

  private static Fact receivedAfter(Fact fact, int seconds) {
    return new Fact(
        fact.id(),
        fact.time(),
        fact.digest(),
        fact.receivedAt().plusSeconds(seconds),
        fact.mode(),
        fact.data());
  }
}
