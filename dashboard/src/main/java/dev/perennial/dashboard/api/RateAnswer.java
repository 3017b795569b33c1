package dev.perennial.dashboard.api;

import dev.perennial.dashboard.payment.Rate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The rate that an amount was converted by: amount / from × to. */
@Schema(name = "Rate")
record RateAnswer(
    @Schema(example = "EUR") String base,
    @Schema(description = "The payment's day, or up to seven before it") LocalDate date,
    @Schema(example = "ECB") String source,
    @Schema(description = "How much of the payment's currency one base was", example = "1.1604")
        String from,
    @Schema(description = "How much of the home currency one base was", example = "1") String to,
    Instant receivedAt) {

  static @Nullable RateAnswer orAbsent(@Nullable Rate rate) {
    return rate == null
        ? null
        : new RateAnswer(
            rate.base().getCurrencyCode(),
            rate.date(),
            rate.source(),
            rate.from().toPlainString(),
            rate.to().toPlainString(),
            rate.receivedAt());
  }
}
