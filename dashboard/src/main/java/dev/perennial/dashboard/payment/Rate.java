package dev.perennial.dashboard.payment;

import dev.perennial.dashboard.projection.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/**
 * The rate that a payment was converted by.
 *
 * @param from how much of the payment's currency one base was worth
 * @param to how much of the home currency one base was worth
 * @param receivedAt when it was published here
 */
public record Rate(
    Currency base,
    LocalDate date,
    String source,
    BigDecimal from,
    BigDecimal to,
    Instant receivedAt) {

  static Rate read(Fields fields) {
    return new Rate(
        fields.currency("base"),
        fields.date("date"),
        fields.text("source"),
        fields.decimal("from"),
        fields.decimal("to"),
        fields.instant("receivedAt"));
  }
}
