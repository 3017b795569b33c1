package dev.perennial.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactTest {

  private static final Fact FACT = fact("/a", "1", "x", "2025-01-01T00:00:00Z");

  @Test
  void theOrderIsTimeThenSourceThenIdThenDigest() {
    List<Fact> ascending =
        List.of(
            FACT,
            fact("/a", "1", "y", "2025-01-01T00:00:00Z"),
            fact("/a", "2", "x", "2025-01-01T00:00:00Z"),
            fact("/b", "1", "x", "2025-01-01T00:00:00Z"),
            fact("/a", "1", "x", "2025-01-01T00:00:01Z"));

    assertThat(ascending.reversed().stream().sorted()).isEqualTo(ascending);
  }

  @Test
  void twoFactsAreTheSameWhenIdentityAndContentAre() {
    assertThat(FACT.sameAs(fact("/a", "1", "x", "2026-01-01T00:00:00Z"))).isTrue();
    assertThat(FACT.sameAs(fact("/a", "2", "x", "2025-01-01T00:00:00Z"))).isFalse();
    assertThat(FACT.sameAs(fact("/a", "1", "y", "2025-01-01T00:00:00Z"))).isFalse();
  }

  private static Fact fact(String source, String id, String digest, String time) {
    Instant instant = Instant.parse(time);
    return new Fact(
        new EventId(source, id), instant, digest, instant, Mode.LIVE, Facts.paid("p", "1.00"));
  }
}
