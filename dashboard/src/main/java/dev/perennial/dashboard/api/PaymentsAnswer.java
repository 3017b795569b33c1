package dev.perennial.dashboard.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.dashboard.payment.Payment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recent payments. */
@Schema(name = "Payments")
record PaymentsAnswer(
    String subscriberId,
    @Schema(description = Freshness.AS_OF) @JsonInclude @Nullable Instant asOf,
    @Schema(description = Freshness.CAUGHT_UP) @Nullable Boolean caughtUp,
    @Schema(description = "Newest first") List<Item> payments) {

  /** One payment. */
  @Schema(name = "Payment")
  record Item(
      String subscriptionId,
      String paymentId,
      @Schema(description = "VOIDED: it never happened, and counts nowhere") Payment.Status status,
      Instant paidAt,
      @Schema(description = "The subscriber's local date then") LocalDate paidOn,
      @Schema(description = "The due date that it names, if it names one")
          @Nullable LocalDate dueOn,
      @Schema(description = "The scheduled due date that it belongs to, if to any")
          @Nullable LocalDate matches,
      String category,
      MoneyAnswer amount,
      @Schema(
              description = "true where the amount replaces one told before; else left out",
              example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean corrected,
      List<Refund> refunds,
      @Schema(
              description =
                  "The subscriber's part in the home currency, refunds not taken off; left out where"
                      + " it did not go through, or nobody knows")
          @Nullable Home home,
      @Schema(
              description = "true where a home currency is known, but no rate; else left out",
              example = "true")
          @JsonInclude(JsonInclude.Include.NON_DEFAULT)
          boolean unconverted) {}

  /** Money given back. */
  @Schema(name = "Refund")
  record Refund(
      String refundId,
      Instant at,
      MoneyAnswer amount,
      @Schema(description = "The subscriber's part in the home currency, by the payment's rate")
          @Nullable MoneyAnswer home) {}

  /** What it comes to at home. */
  @Schema(name = "HomeAmount")
  record Home(
      MoneyAnswer amount,
      @Schema(description = "Left out where it is the currency that was paid")
          @Nullable RateAnswer rate) {

    private static @Nullable Home of(Payment.@Nullable Home home) {
      return home == null
          ? null
          : new Home(MoneyAnswer.of(home.amount()), RateAnswer.orAbsent(home.rate()));
    }
  }

  static PaymentsAnswer of(String subscriberId, Freshness freshness, List<Payment> payments) {
    return new PaymentsAnswer(
        subscriberId,
        freshness.asOf(),
        freshness.caughtUp(),
        payments.stream().map(PaymentsAnswer::item).toList());
  }

  private static Item item(Payment payment) {
    return new Item(
        payment.subscriptionId(),
        payment.paymentId(),
        payment.status(),
        payment.paidAt(),
        payment.paidOn(),
        payment.dueOn(),
        payment.matches(),
        payment.category(),
        MoneyAnswer.of(payment.amount()),
        payment.corrected(),
        payment.refunds().stream().map(PaymentsAnswer::refund).toList(),
        Home.of(payment.home()),
        payment.unconverted());
  }

  private static Refund refund(Payment.Refund refund) {
    return new Refund(
        refund.refundId(),
        refund.at(),
        MoneyAnswer.of(refund.amount()),
        MoneyAnswer.orAbsent(refund.home()));
  }
}
