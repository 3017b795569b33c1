package dev.perennial.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactionTest {

  @Test
  void shouldHideUserAndPasswordOfAUri() {
    assertThat(Redaction.oneLine("no answer from mongodb://u:p%40w@h:1/?a=b and redis://:x@h"))
        .isEqualTo("no answer from mongodb://***@h:1/?a=b and redis://***@h");
  }

  @Test
  void shouldMakeOneShortLine() {
    assertThat(Redaction.oneLine("a\n\tb ")).isEqualTo("a b");
    assertThat(Redaction.oneLine("x".repeat(900))).hasSize(504).endsWith(" ...");
  }
}
