package dev.perennial.ingest.preview;

import dev.perennial.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/** An exact amount. */
@Schema(name = "Amount")
record MoneyAnswer(
    @Schema(example = "12.99") String value, @Schema(example = "EUR") String currency) {

  static MoneyAnswer of(Money money) {
    return new MoneyAnswer(money.value().toPlainString(), money.currency().getCurrencyCode());
  }
}
