package dev.perennial.notifier.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressCipherTest {

  private static final String KEY = key((byte) 1);
  private final AddressCipher cipher = AddressCipher.withKey(KEY, new SecureRandom());

  @Test
  void whatIsSealedComesBack() {
    var sealed = cipher.encrypt("alice@example.org", "acme|alice|mail");

    assertThat(cipher.decrypt(sealed, "acme|alice|mail")).isEqualTo("alice@example.org");
  }

  @Test
  void equalAddressesLookDifferent() {
    assertThat(cipher.encrypt("a@example.org", "k"))
        .isNotEqualTo(cipher.encrypt("a@example.org", "k"));
  }

  @Test
  void theAddressCannotBeSeen() {
    var sealed = cipher.encrypt("alice@example.org", "k");

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("alice", "example");
  }

  @Test
  void anAddressMovedToAnotherDestinationIsRefused() {
    var sealed = cipher.encrypt("alice@example.org", "acme|alice|mail");

    assertThatThrownBy(() -> cipher.decrypt(sealed, "acme|mallory|mail"))
        .isInstanceOf(UnreadableAddressException.class);
  }

  @Test
  void aChangedByteIsNoticed() {
    var sealed = cipher.encrypt("alice@example.org", "k");
    sealed[sealed.length - 1] ^= 1;

    assertThatThrownBy(() -> cipher.decrypt(sealed, "k"))
        .isInstanceOf(UnreadableAddressException.class);
  }

  @Test
  void anotherKeyOpensNothing() {
    var sealed = cipher.encrypt("alice@example.org", "k");
    var other = AddressCipher.withKey(key((byte) 2), new SecureRandom());

    assertThatThrownBy(() -> other.decrypt(sealed, "k"))
        .isInstanceOf(UnreadableAddressException.class);
  }

  @Test
  void aTruncatedAddressIsUnreadable() {
    assertThatThrownBy(() -> cipher.decrypt(new byte[5], "k"))
        .isInstanceOf(UnreadableAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret-but-no-base64!", "c2hvcnQ="})
  void aWrongKeyIsNamedButNotShown(String key) {
    assertThatThrownBy(() -> AddressCipher.withKey(key, new SecureRandom()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perennial.notifier.encryption-key: 32 bytes in base64")
        .hasNoCause();
  }

  private static String key(byte fill) {
    var bytes = new byte[EncryptionKey.BYTES];
    java.util.Arrays.fill(bytes, fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
