package dev.perennial.contracts.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Notice;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.bson.BsonDateTime;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;

class ProjectionDocumentTest {

  private static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");
  private static final LocalDate DUE = LocalDate.parse("2026-11-30");
  private static final ScheduledAlert NEXT =
      new ScheduledAlert(AlertType.RENEWAL_UPCOMING, Instant.parse("2026-11-23T08:00:00Z"), DUE, 7);
  private static final Instant PAID = Instant.parse("2026-10-31T09:00:00Z");

  @Test
  void aSubscriptionHasTypedDatesAndDecimals() {
    BsonDocument document = wire(new SubscriptionDocument(netflix(), NEXT));

    assertThat(document.getString("_id").getValue()).isEqualTo("acme|alice|netflix");
    assertThat(document.getInt64("version").getValue()).isEqualTo(7);
    assertThat(document.getInt32("partition").getValue()).isEqualTo(3);
    assertThat(document.getDocument("nextRenewal").getDateTime("dueOn").getValue())
        .isEqualTo(Instant.parse("2026-11-30T00:00:00Z").toEpochMilli());
    assertThat(
            document.getDocument("price").getDocument("amount").getDecimal128("value").getValue())
        .isEqualTo(Decimal128.parse("12.90"));
    assertThat(document.getDocument("nextAlert").getInt32("lead").getValue()).isEqualTo(7);
    assertThat(document.getDocument("nextAlert").getString("type").getValue())
        .isEqualTo("renewal.upcoming");
  }

  @Test
  void aSubscriptionTellsItsTermsAndWhatItCosts() {
    BsonDocument document = wire(new SubscriptionDocument(netflix(), NEXT));

    assertThat(document.getDocument("estimate").getDecimal128("value").getValue())
        .isEqualTo(Decimal128.parse("13.05"));
    assertThat(document.getInt32("occurrences").getValue()).isEqualTo(12);
    assertThat(document.getDocument("notice").getString("unit").getValue()).isEqualTo("DAY");
    assertThat(document.getDocument("share")).isEqualTo(BsonDocument.parse("{part: 2, of: 3}"));
    assertThat(document.getDocument("cancelBy").getDateTime("on").getValue())
        .isEqualTo(Instant.parse("2026-10-31T00:00:00Z").toEpochMilli());
    assertThat(document.getDocument("nextRenewal").getBoolean("estimated").getValue()).isTrue();
    assertThat(document.getArray("priceHistory").getFirst().asDocument().getDateTime("from"))
        .isEqualTo(new BsonDateTime(Instant.parse("2025-11-30T00:00:00Z").toEpochMilli()));
    assertThat(document.getDocument("runRate").getDecimal128("value").getValue())
        .isEqualTo(Decimal128.parse("12.90"));
    assertThat(document.getArray("lifetimeSpend").getFirst().asDocument().getDecimal128("amount"))
        .isEqualTo(new BsonDecimal128(Decimal128.parse("12.90")));
  }

  @Test
  void whatASubscriptionDoesNotHaveIsLeftOut() {
    BsonDocument document = wire(new SubscriptionDocument(netflix(), NEXT));

    assertThat(document.getDocument("ahead").keySet()).containsExactly("pauses");
    assertThat(document.getDocument("ahead").getArray("pauses").getFirst().asDocument())
        .doesNotContainKey("until");
    assertThat(document).doesNotContainKeys("vendor", "url", "trialEnds", "endsOn", "resumesOn");
  }

  @Test
  void aPaymentListsItsRefunds() {
    Money amount = Money.of("1200", "JPY");
    var refund =
        new Payment.Refund(
            "r1", PAID.plusSeconds(60), Money.of("200", "JPY"), Payment.Worth.unknown());
    var payment =
        new Payment(
            "p1",
            Payment.Outcome.SUCCEEDED,
            PAID,
            LocalDate.parse("2026-10-31"),
            amount,
            true,
            List.of(refund),
            DUE,
            "tv",
            DUE.plusDays(1),
            null,
            Payment.Worth.unknown(),
            List.of());

    BsonDocument document = wire(new PaymentDocument(ALICE.subscription("netflix"), payment));

    assertThat(document.getString("_id").getValue()).isEqualTo("acme|alice|netflix|p1");
    assertThat(document.getString("status").getValue()).isEqualTo("PARTIALLY_REFUNDED");
    assertThat(document.getArray("refunds")).hasSize(1);
    assertThat(document.getDateTime("matches").getValue())
        .isEqualTo(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli());
    assertThat(document.getBoolean("corrected").getValue()).isTrue();
    assertThat(document.getDocument("amount").getDecimal128("value").getValue())
        .isEqualTo(Decimal128.parse("1200"));
  }

  @Test
  void aTotalIsSortedByCurrencyCategoryAndDay() {
    MonthlyTotal total =
        MonthlyTotal.empty()
            .plus(Contribution.of(DUE, "tv", Money.of("5", "USD")))
            .plus(Contribution.of(DUE.minusDays(9), "tv", Money.of("1.5", "EUR")))
            .plus(Contribution.of(DUE, "news", Money.of("2", "EUR")));

    BsonDocument document =
        wire(new SubscriberTotalDocument(ALICE, YearMonth.parse("2026-11"), total));

    assertThat(document.getString("_id").getValue()).isEqualTo("acme|alice|2026-11");
    assertThat(document.getArray("lines"))
        .map(line -> line.asDocument().getString("category").getValue())
        .containsExactly("news", "tv", "tv");
    assertThat(document.getArray("days"))
        .map(day -> day.asDocument().getInt32("day").getValue())
        .containsExactly(21, 30, 30);
  }

  @Test
  void aReceiptKeepsItsOffsetAs64Bits() {
    var receipt =
        new ReceiptDocument(
            ALICE,
            new EventId("/a|b", "evt-1"),
            "d",
            "payment.succeeded",
            ReceiptDocument.Status.DEAD_LETTERED,
            "too-many-facts",
            PAID,
            5,
            3);

    BsonDocument document = wire(receipt);

    assertThat(document.getString("_id").getValue()).isEqualTo("acme|alice|/a%7Cb|evt-1|d");
    assertThat(document.getInt64("offset").getValue()).isEqualTo(5);
    assertThat(document.getString("reason").getValue()).isEqualTo("too-many-facts");
  }

  @Test
  void anErasedDocumentSaysNothingElse() {
    BsonDocument document =
        wire(new ErasedDocument(Projection.PAYMENTS, "acme|alice|netflix|p1", "acme"));

    assertThat(document.keySet())
        .containsExactlyInAnyOrder("_id", "version", "partition", "tenantId", "erased");
  }

  @Test
  void aWatermarkNamesItsCollection() {
    var watermark = new Watermark(Projection.PAYMENTS, 3, -1, null, PAID);

    BsonDocument content = watermark.content();

    assertThat(watermark.id()).isEqualTo("payments|3");
    assertThat(content.getString("collection").getValue()).isEqualTo("watermarks");
    assertThat(content.getInt64("offset").getValue()).isEqualTo(-1);
    assertThat(content).doesNotContainKey("appendTime");
  }

  /** As a reader of the topic gets it. */
  private static BsonDocument wire(ProjectionDocument document) {
    return DocumentJson.decode(
        DocumentJson.encode(DocumentJson.stamped(document.id(), document.content(), 7, 3)));
  }

  private static SubscriptionState netflix() {
    Money amount = Money.of("12.90", "EUR");
    Price price = new Price(Price.Kind.VARIABLE, amount);
    Billing billing = new Billing(new BillingPeriod(1, PeriodUnit.MONTH), DUE, MonthEnd.CLAMP);
    return new SubscriptionState(
        ALICE.subscription("netflix"),
        "Netflix",
        null,
        "streaming",
        null,
        List.of("family"),
        SubscriptionStatus.ACTIVE,
        new SubscriptionState.Terms(
            price,
            billing,
            CollectionMode.AUTO,
            12,
            new Notice(30, PeriodUnit.DAY),
            List.of(new SubscriptionState.PriceFrom(DUE.minusYears(1), price)),
            new Share(2, 3)),
        ZoneId.of("Europe/Vienna"),
        null,
        null,
        null,
        new SubscriptionState.CancelBy(DUE.minusDays(30), DUE),
        new Charge(DUE, amount, true),
        new SubscriptionState.Spending(
            amount, List.of(amount), new SubscriptionState.LastPayment(PAID, amount)),
        new Outlook(
            billing,
            List.of(),
            List.of(new Dated<>(DUE.minusYears(1), price)),
            Money.of("13.05", "EUR"),
            List.of(),
            new Share(2, 3),
            List.of(),
            List.of(new Outlook.Pause(DUE.plusDays(9), null)),
            List.of(),
            null,
            null));
  }
}
