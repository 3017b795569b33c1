package dev.perennial.contracts.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.exchange.AppliedRate;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.PaymentEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a payment's document says of other currencies, and of the events that made it. */
class WorthOfPaymentsTest {

  private static final Instant PAID = Instant.parse("2026-10-31T10:00:00Z");
  private static final Conversion SAME = new Conversion.Same();
  private static final Conversion UNASKED = new Conversion.Unasked();
  private static final Conversion EUROS =
      new Conversion.ByRate(
          new AppliedRate(
              Currency.getInstance("EUR"),
              LocalDate.parse("2026-10-30"),
              "ECB",
              new BigDecimal("1.25"),
              BigDecimal.ONE,
              PAID),
          Currency.getInstance("EUR"));
  private static final Conversion NO_EUROS = new Conversion.Missing(Currency.getInstance("EUR"));
  private static final Conversion NO_FRANCS = new Conversion.Missing(Currency.getInstance("CHF"));

  @Test
  void whereNoCurrencyIsKnownItSaysNothingOfIt() {
    assertThat(document(UNASKED, UNASKED))
        .doesNotContainKeys("home", "unconverted", "reporting", "unreported", "events");
  }

  @Test
  void inTheHomeCurrencyItNeedsNoRate() {
    BsonDocument document = document(SAME, SAME);

    assertThat(value(document.getDocument("home"))).isEqualTo("10.00");
    assertThat(document.getDocument("home")).doesNotContainKey("rate");
    assertThat(document).doesNotContainKeys("unconverted", "reporting", "unreported");
  }

  @Test
  void aRateSaysWhereItComesFrom() {
    BsonDocument home = document(EUROS, EUROS).getDocument("home");

    assertThat(value(home)).isEqualTo("8.00");
    assertThat(home.getDocument("rate").toJson())
        .isEqualTo(
            BsonDocument.parse(
                    """
                    {"base":"EUR","date":{"$date":"2026-10-30T00:00:00Z"},"source":"ECB",
                     "from":{"$numberDecimal":"1.25"},"to":{"$numberDecimal":"1"},
                     "receivedAt":{"$date":"2026-10-31T10:00:00Z"}}""")
                .toJson());
  }

  @Test
  void theTenantsCurrencyIsToldApartWhereItIsAnother() {
    BsonDocument document = document(SAME, EUROS);

    assertThat(value(document.getDocument("home"))).isEqualTo("10.00");
    assertThat(value(document.getDocument("reporting"))).isEqualTo("8.00");
    assertThat(document.getDocument("reporting")).containsKey("rate");
  }

  @Test
  void withoutARateItIsFlagged() {
    assertThat(document(NO_EUROS, NO_EUROS).keySet())
        .contains("unconverted")
        .doesNotContain("home", "reporting", "unreported");
    assertThat(document(NO_EUROS, NO_FRANCS).keySet()).contains("unconverted", "unreported");
    assertThat(document(EUROS, NO_FRANCS).keySet())
        .contains("home", "unreported")
        .doesNotContain("unconverted", "reporting");
  }

  @Test
  void aRefundComesToThePartThatIsTheSubscribers() {
    Payment.Worth worth = new Payment.Worth(SAME, EUROS);
    Payment payment =
        payment(
            worth,
            List.of(new Payment.Refund("r1", PAID, Money.of("5.00", "USD"), worth)),
            new Share(1, 2));

    BsonDocument document = content(payment);

    assertThat(value(document.getDocument("home"))).isEqualTo("5.00");
    BsonDocument refund = document.getArray("refunds").getFirst().asDocument();
    assertThat(decimal(refund.getDocument("amount"))).isEqualTo("5.00");
    assertThat(decimal(refund.getDocument("home"))).isEqualTo("2.50");
    assertThat(decimal(refund.getDocument("reporting"))).isEqualTo("2.00");
  }

  @Test
  void aRefundWithoutARateFlagsItsPayment() {
    Payment payment =
        payment(
            new Payment.Worth(SAME, SAME),
            List.of(
                new Payment.Refund(
                    "r1", PAID, Money.of("5.00", "GBP"), new Payment.Worth(NO_EUROS, NO_EUROS))),
            null);

    BsonDocument document = content(payment);

    assertThat(document).containsKeys("home", "unconverted");
    assertThat(document.getArray("refunds").getFirst().asDocument()).doesNotContainKey("home");
  }

  @Test
  void eventsSayByHowMuchEachChangedIt() {
    BsonDocument event =
        document(UNASKED, UNASKED, List.of(paid())).getArray("events").getFirst().asDocument();

    assertThat(event.toJson())
        .isEqualTo(
            BsonDocument.parse(
                    """
                    {"type":"payment.succeeded","source":"/billing","id":"evt-1",
                     "time":{"$date":"2026-10-31T10:00:00Z"},
                     "receivedAt":{"$date":"2026-10-31T10:00:05Z"},"mode":"LIVE",
                     "change":{"value":{"$numberDecimal":"10.00"},"currency":"USD"}}""")
                .toJson());
  }

  private static PaymentEvent paid() {
    return new PaymentEvent(
        EventType.PAYMENT_SUCCEEDED,
        new EventId("/billing", "evt-1"),
        PAID,
        PAID.plusSeconds(5),
        Mode.LIVE,
        Money.of("10.00", "USD"));
  }

  private static BsonDocument document(Conversion home, Conversion reporting) {
    return document(home, reporting, List.of());
  }

  private static BsonDocument document(
      Conversion home, Conversion reporting, List<PaymentEvent> events) {
    return content(payment(new Payment.Worth(home, reporting), List.of(), null, events));
  }

  private static Payment payment(
      Payment.Worth worth, List<Payment.Refund> refunds, @Nullable Share share) {
    return payment(worth, refunds, share, List.of());
  }

  private static Payment payment(
      Payment.Worth worth,
      List<Payment.Refund> refunds,
      @Nullable Share share,
      List<PaymentEvent> events) {
    return new Payment(
        "p1",
        Payment.Outcome.SUCCEEDED,
        PAID,
        LocalDate.parse("2026-10-31"),
        Money.of("10.00", "USD"),
        false,
        refunds,
        null,
        "tv",
        null,
        share,
        worth,
        events);
  }

  private static BsonDocument content(Payment payment) {
    return new PaymentDocument(new SubscriberKey("acme", "alice").subscription("netflix"), payment)
        .content();
  }

  private static String value(BsonDocument worth) {
    return decimal(worth.getDocument("amount"));
  }

  private static String decimal(BsonDocument amount) {
    Decimal128 value = amount.getDecimal128("value").getValue();
    return value.toString();
  }
}
