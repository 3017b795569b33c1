package dev.perennial.operations.collections;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.projection.DocumentJson;
import dev.perennial.contracts.projection.ErasedDocument;
import dev.perennial.contracts.projection.PaymentDocument;
import dev.perennial.contracts.projection.ProjectionDocument;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.projection.SubscriberTotalDocument;
import dev.perennial.contracts.projection.SubscriptionDocument;
import dev.perennial.contracts.projection.TenantTotalDocument;
import dev.perennial.contracts.projection.Watermark;
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
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionStatus;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The validators take what the contracts write, with every optional field and with none. */
@WithBackends(Backend.MONGODB)
class ContractTest {

  private static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");
  private static final SubscriptionKey NETFLIX = ALICE.subscription("netflix");
  private static final Instant MOMENT = Instant.parse("2026-11-05T10:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2026-11-05");
  private static final Billing BILLING =
      new Billing(new BillingPeriod(1, PeriodUnit.MONTH), DAY, MonthEnd.CLAMP);
  private static final Share SHARE = new Share(2, 3);
  private static final Money PRICE = Money.of("12.90", "EUR");

  private final MongoClient client;
  private final MongoDatabase database;

  ContractTest(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
  }

  @BeforeEach
  void apply() {
    Collections.apply(database);
  }

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  @Test
  void shouldTakeASubscription() {
    written(
        new SubscriptionDocument(
            subscription(true), new ScheduledAlert(AlertType.PRICE_CHANGED, MOMENT, DAY, 7)));
  }

  @Test
  void shouldTakeASubscriptionWithoutWhatIsOptional() {
    written(new SubscriptionDocument(subscription(false), null));
  }

  @Test
  void shouldTakeAPaymentWithARefund() {
    for (var worth : List.of(WholePayments.WORTH, WholePayments.MISSING)) {
      payment(worth);
    }
  }

  private void payment(Payment.Worth worth) {
    var refunds = List.of(new Payment.Refund("r1", MOMENT, PRICE, worth));
    written(
        new PaymentDocument(
            NETFLIX,
            new Payment(
                "p-" + worth.home().isMissing(),
                Payment.Outcome.SUCCEEDED,
                MOMENT,
                DAY,
                PRICE,
                true,
                refunds,
                DAY,
                "streaming",
                DAY,
                SHARE,
                worth,
                List.of(WholePayments.EVENT))));
  }

  @Test
  void shouldTakeEveryOutcomeOfAPayment() {
    for (var outcome : Payment.Outcome.values()) {
      written(
          new PaymentDocument(
              NETFLIX,
              new Payment(
                  outcome.name(),
                  outcome,
                  MOMENT,
                  DAY,
                  PRICE,
                  false,
                  List.of(),
                  null,
                  "streaming",
                  null,
                  null,
                  Payment.Worth.unknown(),
                  List.of())));
    }
  }

  @Test
  void shouldTakeATotal() {
    written(
        new SubscriberTotalDocument(
            ALICE, YearMonth.of(2026, 11), MonthlyTotal.empty().plus(WholePayments.CONTRIBUTIONS)));
  }

  @Test
  void shouldTakeATenantsTotal() {
    List<Movement> movements =
        Arrays.stream(Movement.Kind.values())
            .map(kind -> new Movement(DAY, kind, "streaming", PRICE))
            .toList();
    TenantTotal.byMonth(new Additions(WholePayments.CONTRIBUTIONS, movements))
        .forEach((month, total) -> written(new TenantTotalDocument("acme", month, 3, total)));
  }

  @Test
  void shouldTakeAReceiptOfReferenceData() {
    written(
        new ReceiptDocument(
            "acme",
            null,
            new EventId("/ecb", "r1"),
            "d1",
            "exchange-rates.published",
            ReceiptDocument.Status.APPLIED,
            null,
            MOMENT,
            0,
            0));
  }

  @Test
  void shouldTakeAReceipt() {
    for (var status : ReceiptDocument.Status.values()) {
      written(
          new ReceiptDocument(
              ALICE,
              new EventId("/billing", status.name()),
              "d1",
              "payment.succeeded",
              status,
              status == ReceiptDocument.Status.DEAD_LETTERED ? "data-invalid" : null,
              MOMENT,
              0,
              3));
    }
  }

  @Test
  void shouldTakeWhatIsLeftOfAnErasedDocument() {
    for (Projection projection : Projection.values()) {
      written(new ErasedDocument(projection, "acme|alice|x", "acme"));
    }
  }

  @Test
  void shouldTakeAWatermark() {
    var first = new Watermark(Projection.PAYMENTS, 0, -1, null, MOMENT);
    var later = new Watermark(Projection.PAYMENTS, 1, 41, MOMENT, MOMENT);
    for (Watermark each : List.of(first, later)) {
      insert(
          Watermark.COLLECTION,
          DocumentJson.stamped(each.id(), each.content(), 1, each.partition()));
    }
  }

  private static SubscriptionState subscription(boolean whole) {
    return new SubscriptionState(
        NETFLIX,
        "Netflix",
        whole ? "Netflix Inc." : null,
        "streaming",
        whole ? "https://netflix.example" : null,
        whole ? List.of("family") : List.of(),
        SubscriptionStatus.ACTIVE,
        terms(whole),
        ZoneId.of("Europe/Vienna"),
        whole ? DAY : null,
        whole ? DAY : null,
        whole ? DAY : null,
        whole ? new SubscriptionState.CancelBy(DAY, DAY) : null,
        whole ? new Charge(DAY, PRICE, true) : null,
        new SubscriptionState.Spending(
            whole ? PRICE : null,
            whole ? List.of(PRICE) : List.of(),
            whole ? new SubscriptionState.LastPayment(MOMENT, PRICE) : null),
        outlook(whole));
  }

  private static SubscriptionState.Terms terms(boolean whole) {
    Price price = new Price(Price.Kind.FIXED, PRICE);
    return new SubscriptionState.Terms(
        price,
        BILLING,
        CollectionMode.AUTO,
        whole ? 12 : null,
        whole ? new Notice(3, PeriodUnit.MONTH) : null,
        List.of(new SubscriptionState.PriceFrom(DAY, price)),
        whole ? SHARE : null);
  }

  private static Outlook outlook(boolean whole) {
    return new Outlook(
        BILLING,
        ahead(whole, new Dated<>(DAY, BILLING)),
        List.of(new Dated<>(DAY, new Price(Price.Kind.FIXED, PRICE))),
        whole ? PRICE : null,
        ahead(whole, new Dated<>(DAY, PRICE)),
        whole ? SHARE : null,
        ahead(whole, new Dated<>(DAY, SHARE)),
        ahead(whole, new Outlook.Pause(DAY, null)),
        ahead(whole, new Outlook.Announced(DAY, new AnnouncedCharge(DAY, PRICE))),
        whole ? DAY : null,
        whole ? DAY : null);
  }

  private static <T> List<T> ahead(boolean whole, T one) {
    return whole ? List.of(one) : List.of();
  }

  private void written(ProjectionDocument document) {
    insert(
        document.projection().collection(),
        DocumentJson.stamped(document.id(), document.content(), 1L << 40, 3));
  }

  /** As it comes from the topic. */
  private void insert(String collection, BsonDocument document) {
    BsonDocument read = DocumentJson.decode(DocumentJson.encode(document));
    assertThat(
            database.getCollection(collection, BsonDocument.class).insertOne(read).getInsertedId())
        .isEqualTo(document.get("_id"));
  }
}
