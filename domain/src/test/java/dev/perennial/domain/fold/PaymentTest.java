package dev.perennial.domain.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private static final Instant NOON = Instant.parse("2025-01-31T12:00:00Z");

  @Test
  void itSaysWhatBecameOfIt() {
    assertThat(payment(false).status()).isEqualTo(Payment.Status.FAILED);
    assertThat(payment(true).status()).isEqualTo(Payment.Status.SUCCEEDED);
    assertThat(payment(true, euros("5.00")).status()).isEqualTo(Payment.Status.PARTIALLY_REFUNDED);
    assertThat(payment(true, euros("5.00"), euros("7.99")).status())
        .isEqualTo(Payment.Status.REFUNDED);
    assertThat(payment(true, euros("13.00")).status()).isEqualTo(Payment.Status.REFUNDED);
  }

  @Test
  void itPaysUntilItHasGoneBackInFull() {
    assertThat(payment(false).pays()).isFalse();
    assertThat(payment(true).pays()).isTrue();
    assertThat(payment(true, euros("5.00")).pays()).isTrue();
    assertThat(payment(true, euros("5.00"), euros("7.99")).pays()).isFalse();
  }

  @Test
  void aRefundOfAnotherCurrencyIsNotCountedAgainstIt() {
    assertThat(payment(true, Money.of("12.99", "USD")).status())
        .isEqualTo(Payment.Status.SUCCEEDED);
  }

  private static Payment payment(boolean succeeded, Money... refunds) {
    return new Payment(
        "p1",
        succeeded ? Payment.Outcome.SUCCEEDED : Payment.Outcome.FAILED,
        NOON,
        LocalDate.parse("2025-01-31"),
        euros("12.99"),
        false,
        Stream.of(refunds)
            .map(amount -> new Payment.Refund("r", NOON, amount, Payment.Worth.unknown()))
            .toList(),
        null,
        "streaming",
        null,
        null,
        Payment.Worth.unknown(),
        List.of());
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }
}
