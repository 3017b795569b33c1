package dev.perennial.notifier.destinations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a@example.org", "a.b+c@mail.example.co.nz", "o'neil@example.org", "a@localhost"})
  void ordinaryAddressesAreTaken(String address) {
    assertThat(new EmailAddress(address).value()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@example.org",
        "a@",
        "a@b@example.org",
        "a..b@example.org",
        ".a@example.org",
        "a@-example.org",
        "a@example..org",
        "a@example.org\r\nBcc: b@example.org",
        "a b@example.org",
        "Alice <a@example.org>",
        "a@example.org,b@example.org",
        "\"a\"@example.org",
        "a@[127.0.0.1]",
        "ä@example.org"
      })
  void whatCouldReachSomebodyElseIsNot(String address) {
    assertThatThrownBy(() -> new EmailAddress(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Not an e-mail address");
  }

  @Test
  void tooLongIsTooLong() {
    assertThatThrownBy(() -> new EmailAddress("a".repeat(65) + "@example.org"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EmailAddress("a@" + "b.".repeat(130) + "org"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void itIsPrintedMasked() {
    assertThat(new EmailAddress("alice@example.org")).hasToString("a***@example.org");
  }
}
