package dev.perennial.operations.collections;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.exchange.AppliedRate;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.PaymentEvent;
import dev.perennial.domain.total.Contribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** What payments come to, with every optional field. */
final class WholePayments {

  private static final Instant MOMENT = Instant.parse("2026-11-05T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-05");
  private static final Money PRICE = Money.of("12.90", "EUR");

  private static final Currency FRANC = Currency.getInstance("CHF");
  static final Payment.Worth WORTH =
      new Payment.Worth(
          new Conversion.Same(),
          new Conversion.ByRate(
              new AppliedRate(FRANC, DAY, "SNB", BigDecimal.TWO, BigDecimal.ONE, MOMENT), FRANC));
  static final Payment.Worth MISSING =
      new Payment.Worth(
          new Conversion.Missing(FRANC), new Conversion.Missing(Currency.getInstance("JPY")));
  static final PaymentEvent EVENT =
      new PaymentEvent(
          EventType.PAYMENT_SUCCEEDED,
          new EventId("/billing", "e1"),
          MOMENT,
          MOMENT,
          Mode.LIVE,
          PRICE);
  static final List<Contribution> CONTRIBUTIONS =
      List.of(
          new Contribution(
              DAY,
              "streaming",
              PRICE,
              new Converted.Amount(Money.of("11.90", "CHF")),
              new Converted.Missing()),
          new Contribution(
              DAY,
              "streaming",
              PRICE,
              new Converted.Missing(),
              new Converted.Amount(Money.of("11.90", "CHF"))));

  private WholePayments() {}
}
