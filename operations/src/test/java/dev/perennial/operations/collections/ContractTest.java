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
import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertType;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.exchange.AppliedRate;
import dev.perennial.domain.exchange.Conversion;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.PaymentEvent;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.MonthlyTotal;
import dev.perennial.domain.total.TenantTotal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
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
  private static final Share SHARE = new Share(2, 3);
  private static final Money PRICE = Money.of("12.90", "EUR");
  private static final SubscriberKey BOB = new SubscriberKey("acme", "bob");
  private static final YearMonth MONTH = YearMonth.from(DAY);
  private static final Payment.Worth UNKNOWN = Payment.Worth.unknown();
  private static final Payment.Worth CONVERTED =
      new Payment.Worth(
          new Conversion.ByRate(
              new AppliedRate(
                  PRICE.currency(), DAY, "ECB", BigDecimal.ONE, new BigDecimal("1.1604"), MOMENT),
              Currency.getInstance("USD")),
          new Conversion.Missing(Currency.getInstance("GBP")));

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
            AnySubscription.of(true), new ScheduledAlert(AlertType.PRICE_CHANGED, MOMENT, DAY, 7)));
  }

  @Test
  void shouldTakeASubscriptionWithoutWhatIsOptional() {
    written(new SubscriptionDocument(AnySubscription.of(false), null));
  }

  @Test
  void shouldTakeAPaymentWithARefund() {
    var refunds = List.of(new Payment.Refund("r1", MOMENT, PRICE, CONVERTED));
    written(
        new PaymentDocument(
            NETFLIX,
            new Payment(
                "p1",
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
                CONVERTED,
                List.of(
                    new PaymentEvent(
                        EventType.PAYMENT_SUCCEEDED,
                        new EventId("/billing", "e1"),
                        MOMENT,
                        MOMENT,
                        Mode.LIVE,
                        PRICE)))));
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
                  UNKNOWN,
                  List.of())));
    }
  }

  @Test
  void shouldTakeATotal() {
    written(
        new SubscriberTotalDocument(
            ALICE,
            MONTH,
            MonthlyTotal.empty()
                .plus(contribution(new Converted.Amount(PRICE)))
                .plus(contribution(new Converted.Missing()))));
    written(
        new SubscriberTotalDocument(
            BOB, MONTH, MonthlyTotal.empty().plus(Contribution.of(DAY, "streaming", PRICE))));
  }

  @Test
  void shouldTakeATotalOfATenant() {
    var contributions =
        List.of(contribution(new Converted.Amount(PRICE)), contribution(new Converted.Missing()));
    var movements =
        Stream.of(Movement.Kind.values())
            .map(kind -> new Movement(DAY, kind, "streaming", PRICE))
            .toList();
    var total = total(new Additions(contributions, movements));
    written(new TenantTotalDocument("acme", MONTH, 3, total));
    written(new TenantTotalDocument("other", MONTH, 3, total(new Additions(List.of(), movements))));
  }

  private static TenantTotal total(Additions additions) {
    return TenantTotal.byMonth(additions).getOrDefault(MONTH, TenantTotal.empty());
  }

  private static Contribution contribution(Converted worth) {
    return new Contribution(DAY, "streaming", PRICE, worth, worth);
  }

  @Test
  void shouldTakeAReceipt() {
    for (var status : ReceiptDocument.Status.values()) {
      written(
          new ReceiptDocument(
              "acme",
              status == ReceiptDocument.Status.SUPERSEDED ? null : "alice",
              new EventId("/billing", status.name()),
              "d1",
              "payment.succeeded",
              status,
              status == ReceiptDocument.Status.DEAD_LETTERED ? "data-invalid" : null,
              status == ReceiptDocument.Status.APPLIED ? PRICE : null,
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
