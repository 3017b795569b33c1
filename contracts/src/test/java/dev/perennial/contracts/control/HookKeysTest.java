package dev.perennial.contracts.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookKeysTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ONE = key("1");
  private static final String TWO = key("2");

  @Test
  void shouldOpenWhatItSealedAndOnlyForThatHook() {
    HookKeys keys = HookKeys.parse(ONE);
    String id = Hook.newId(RANDOM);
    HookSecret sealed = keys.seal("whsec_abc", id, RANDOM, NOW);
    assertThat(keys.open(sealed, id)).isEqualTo("whsec_abc");
    assertThat(sealed.keyVersion()).isEqualTo(1);
    assertThat(sealed.toString()).doesNotContain("whsec");
    assertThatThrownBy(() -> keys.open(sealed, Hook.newId(RANDOM)))
        .isInstanceOf(HookKeys.Unreadable.class)
        .hasMessageNotContaining("whsec");
  }

  @Test
  void aNewKeyShouldSealWhileTheOldOneStillOpens() {
    String id = Hook.newId(RANDOM);
    HookSecret old = HookKeys.parse(ONE).seal("whsec_old", id, RANDOM, NOW);
    HookKeys both = HookKeys.parse("2:" + TWO + ", 1:" + ONE);
    HookSecret fresh = both.seal("whsec_new", id, RANDOM, NOW);
    assertThat(fresh.keyVersion()).isEqualTo(2);
    assertThat(List.of(both.open(old, id), both.open(fresh, id)))
        .containsExactly("whsec_old", "whsec_new");
    assertThatThrownBy(() -> HookKeys.parse(ONE).open(fresh, id))
        .isInstanceOf(HookKeys.Unreadable.class);
    assertThatThrownBy(() -> HookKeys.parse(TWO).open(old, id))
        .isInstanceOf(HookKeys.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1:", "dG9vIHNob3J0", "12345:AAAA", "1:AAAA,", ":"})
  void shouldRefuseWhatIsNoKeyWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> HookKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("dG9v");
  }

  @Test
  void aHookShouldComeBackAsItWasStored() {
    String id = Hook.newId(RANDOM);
    HookSecret secret = HookKeys.parse(ONE).seal("whsec_abc", id, RANDOM, NOW);
    Hook hook =
        new Hook(
            id,
            Hook.STRIPE,
            "acme",
            Hook.Environment.TEST,
            "acct_1",
            List.of(secret, secret.endingAt(NOW.plusSeconds(60))),
            NOW,
            NOW.plusSeconds(5));
    assertThat(Hook.fromDocument(hook.toDocument())).isEqualTo(hook);
    assertThat(hook.isRevoked(NOW)).isFalse();
    assertThat(hook.isRevoked(NOW.plusSeconds(5))).isTrue();
    assertThat(hook.secretsAt(NOW.plusSeconds(60))).containsExactly(secret);
  }

  private static String key(String digit) {
    return Base64.getEncoder().encodeToString(digit.repeat(32).getBytes(US_ASCII));
  }
}
