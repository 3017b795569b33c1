package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErasureKeyTest {

  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @ParameterizedTest
  @ValueSource(
      strings = {"", "c2hvcnQ=", "not base64 at all, but long enough for thirty-two bytes of it!"})
  void aWrongKeyIsRefusedByItsPropertyAndNotShown(String key) {
    assertThatThrownBy(() -> ErasureKey.of(key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perennial.processor.erasure-key: at least 32 bytes in base64")
        .hasNoCause();
  }

  @Test
  void theKeyIsNotPrinted() {
    assertThat(ErasureKey.of(KEY).toString()).doesNotContain(KEY.substring(0, 8));
  }

  /** Computed elsewhere, so that no change of ours makes the floors unfindable. */
  @Test
  void namesAreTheHmacOfTheKey() {
    byte[] name = ErasureKey.of(KEY).mac().doFinal("acme|alice".getBytes(UTF_8));

    assertThat(HexFormat.of().formatHex(name))
        .isEqualTo("b4bbf36a886ec44946ab4a3e3ca8ce4a0304142985e2e6eeed057bebd7567d16");
  }
}
