package dev.perennial.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

  @Test
  void theScaleIsTheCurrencysOwn() {
    assertThat(Money.of("12.9", "EUR").value()).hasToString("12.90");
    assertThat(Money.of("1200", "JPY").value()).hasToString("1200");
    assertThat(Money.of("1", "XAU").value()).hasToString("1");
    assertThat(Money.of("12.9", "EUR")).isEqualTo(Money.of("12.90", "EUR"));
  }

  @Test
  void moreFractionDigitsThanTheCurrencyHasAreRejected() {
    assertThatThrownBy(() -> Money.of("1.001", "EUR")).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of("0.5", "JPY")).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void amountsOfTwoCurrenciesAreNeverAdded() {
    assertThat(Money.of("1.10", "EUR").plus(Money.of("2.20", "EUR")))
        .isEqualTo(Money.of("3.30", "EUR"));
    assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void zeroIsZero() {
    assertThat(Money.zero(Currency.getInstance("EUR")).isZero()).isTrue();
    assertThat(Money.of("5.00", "EUR").plus(Money.of("5.00", "EUR").negated()).isZero()).isTrue();
  }

  @Test
  void aSubscriberNamesSubscriptions() {
    SubscriberKey alice = new SubscriberKey("acme", "alice");

    assertThat(alice.subscription("netflix")).isEqualTo(new SubscriptionKey(alice, "netflix"));
  }

  @Test
  void aPriceIsNotNegativeAndAPeriodHasALength() {
    assertThat(new Price(Price.Kind.FIXED, Money.of("0", "EUR")).amount().isZero()).isTrue();
    assertThatThrownBy(() -> new Price(Price.Kind.FIXED, Money.of("-1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BillingPeriod(0, PeriodUnit.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new BillingPeriod(1_001, PeriodUnit.DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
