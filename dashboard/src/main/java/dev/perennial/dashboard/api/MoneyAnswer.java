package dev.perennial.dashboard.api;

import dev.perennial.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/** An amount on the wire. */
@Schema(name = "Money", description = "An exact amount of one currency")
record MoneyAnswer(
    @Schema(
            description = "A decimal with the currency's own number of fraction digits",
            example = "12.99")
        String value,
    @Schema(description = "ISO 4217", example = "EUR") String currency) {

  static MoneyAnswer of(Money money) {
    return new MoneyAnswer(money.value().toPlainString(), money.currency().getCurrencyCode());
  }
}
