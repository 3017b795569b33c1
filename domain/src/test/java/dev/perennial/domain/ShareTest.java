package dev.perennial.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void aPartIsRoundedToTheCurrencysOwnDigitsHalfToEven() {
    assertThat(new Share(1, 3).in(Money.of("10.00", "EUR"))).isEqualTo(Money.of("3.33", "EUR"));
    assertThat(new Share(2, 3).in(Money.of("10.00", "EUR"))).isEqualTo(Money.of("6.67", "EUR"));
    assertThat(new Share(1, 2).in(Money.of("0.05", "EUR"))).isEqualTo(Money.of("0.02", "EUR"));
    assertThat(new Share(1, 2).in(Money.of("0.15", "EUR"))).isEqualTo(Money.of("0.08", "EUR"));
    assertThat(new Share(1, 2).in(Money.of("5", "JPY"))).isEqualTo(Money.of("2", "JPY"));
    assertThat(new Share(1, 2).in(Money.of("0.005", "BHD"))).isEqualTo(Money.of("0.002", "BHD"));
  }

  @Test
  void theWholeIsTheWhole() {
    assertThat(new Share(1, 1).in(Money.of("12.99", "EUR"))).isEqualTo(Money.of("12.99", "EUR"));
    assertThat(new Share(1_000, 1_000).in(Money.of("0.01", "EUR")))
        .isEqualTo(Money.of("0.01", "EUR"));
  }

  @Test
  void itIsOneToAllOfAtMostAThousandParts() {
    assertThatThrownBy(() -> new Share(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Share(1, 1_001)).isInstanceOf(IllegalArgumentException.class);
  }
}
