package dev.perennial.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

  @Test
  void shouldReadWhatItWrites() {
    Receipt receipt = new Receipt(11, 9_876_543_210L);
    assertThat(receipt.text()).matches("[A-Za-z0-9_-]+");
    assertThat(Receipt.parse(receipt.text())).contains(receipt);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "MTox=x", "MQ", "LTE6MQ", "MTphYmM"})
  void shouldRefuseWhatIsNoReceipt(String text) {
    assertThat(Receipt.parse(text)).isEmpty();
  }

  @Test
  void shouldHaveAPlace() {
    assertThatThrownBy(() -> new Receipt(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
