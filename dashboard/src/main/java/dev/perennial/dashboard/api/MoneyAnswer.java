package dev.perennial.dashboard.api;

import dev.perennial.domain.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An amount on the wire. */
@Schema(name = "Money", description = "An exact amount of one currency")
record MoneyAnswer(
    @Schema(
            description = "A decimal with the currency's own number of fraction digits",
            example = "12.99")
        String value,
    @Schema(description = "ISO 4217", example = "EUR") String currency) {

  static final String ESTIMATED =
      "true where the amount varies and nobody has announced it yet; else left out";

  static @Nullable MoneyAnswer orAbsent(@Nullable Money money) {
    return money == null ? null : of(money);
  }

  static MoneyAnswer of(Money money) {
    return new MoneyAnswer(money.value().toPlainString(), money.currency().getCurrencyCode());
  }
}
