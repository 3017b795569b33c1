package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import java.time.LocalDate;
import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A tenant's month, told once a pass. */
class TenantTotalsTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90");

  private Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aMonthIsToldAtTheTickAndNotBefore() {
    pipeline
        .publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z"))
        .take(STARTED, PAID, Facts.started("gym", "2026-01-10T10:00:00Z", "2026-01-31", "40.00"));
    assertThat(pipeline.documents(Projection.TENANT_TOTALS)).isEmpty();

    pipeline.tick("2026-02-01T10:00:00Z");

    List<BsonDocument> written = pipeline.written(Projection.TENANT_TOTALS);
    assertThat(written).hasSize(2);
    BsonDocument month = written.getFirst();
    assertThat(month.getString("_id").getValue()).isEqualTo("acme|2026-01|0");
    assertThat(rows(month, "lines")).containsExactly("streaming 12.90 EUR");
    assertThat(rows(month, "reporting")).containsExactly("streaming 12.90 EUR");
    assertThat(rows(month, "movements")).containsExactly("NEW streaming 52.90 EUR 2");
    assertThat(written.getLast().getString("projection").getValue()).isEqualTo("tenant-totals");
  }

  @Test
  void whatHasNotChangedIsNotToldAgain() {
    pipeline.take(STARTED, PAID).tick("2026-02-01T10:00:00Z").written(Projection.TENANT_TOTALS);

    pipeline.tick("2026-02-01T10:00:10Z");

    assertThat(pipeline.documents(Projection.TENANT_TOTALS)).isEmpty();
    assertThat(pipeline.count(StateStores.CHANGED_TENANT_MONTHS)).isZero();
  }

  @Test
  void whatChangedBeforeARestartIsToldAfterIt() {
    pipeline.take(STARTED, PAID);
    pipeline = pipeline.restarted(Mode.SERVING);

    pipeline.tick("2026-02-01T10:00:00Z");

    assertThat(rows(month("2026-01"), "lines")).containsExactly("streaming 12.90 EUR");
  }

  @Test
  void aMonthThatIsEmptyAgainIsErased() {
    pipeline.take(STARTED, PAID).tick("2026-02-01T10:00:00Z").written(Projection.TENANT_TOTALS);

    pipeline.take(Facts.subscriberDeleted("2026-02-01T11:00:00Z")).tick("2026-02-01T12:00:00Z");

    assertThat(month("2026-01").keySet())
        .containsExactlyInAnyOrder("_id", "partition", "tenantId", "erased");
    assertThat(pipeline.count(StateStores.TENANT_TOTALS)).isZero();
  }

  @Test
  void moreMonthsThanOneTurnMayHoldAreToldInSeveralBeforeTheWatermark() {
    for (int number = 1; number <= 12; number++) {
      pipeline.take(
          Facts.paid("netflix", "p" + number, "2025-%02d-10T10:00:00Z".formatted(number), "1.00"));
    }
    assertThat(Pipeline.LIMITS.pass()).isLessThan(12);

    pipeline.tick("2026-02-01T10:00:00Z");

    List<BsonDocument> written = pipeline.written(Projection.TENANT_TOTALS);
    assertThat(written).hasSize(13);
    assertThat(written.getLast()).containsKey("projection");
  }

  @Test
  void aTenantsCurrencyAndWhatHasNoRate() {
    pipeline
        .publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z"))
        .publish(References.dollars("2026-01-30", "1.25"))
        .take(
            STARTED,
            Facts.thinksIn("USD", "2026-01-01T00:00:00Z"),
            dollars("p1", "2026-01-31T10:00:00Z"),
            dollars("p2", "2026-01-10T10:00:00Z"))
        .tick("2026-02-01T10:00:00Z");

    BsonDocument month = month("2026-01");
    assertThat(rows(month, "lines")).containsExactly("streaming 20.00 USD");
    assertThat(rows(month, "reporting")).containsExactly("streaming 8.00 EUR");
    assertThat(rows(month, "unconverted")).containsExactly("streaming 10.00 USD");

    pipeline.publish(References.dollars("2026-01-09", "2")).tick("2026-02-01T11:00:00Z");

    month = month("2026-01");
    assertThat(rows(month, "reporting")).containsExactly("streaming 13.00 EUR");
    assertThat(rows(month, "unconverted")).isEmpty();
  }

  @Test
  void eachKindOfMovementIsInItsMonth() {
    pipeline.take(
        STARTED,
        priced("more", "2026-02-10", "15.00"),
        priced("less", "2026-03-10", "10.00"),
        Facts.event("pause", "netflix", "2026-04-10T10:00:00Z", new SubscriptionPaused(null)),
        Facts.event(
            "resume",
            "netflix",
            "2026-05-10T10:00:00Z",
            new SubscriptionResumed(SubscriptionResumed.Anchor.UNCHANGED)));

    pipeline.tick("2026-06-01T10:00:00Z");

    var months = pipeline.documents(Projection.TENANT_TOTALS);
    assertThat(months.values().stream().map(month -> rows(month, "movements")))
        .containsExactly(
            List.of("NEW streaming 12.90 EUR 1"),
            List.of("EXPANSION streaming 2.10 EUR 1"),
            List.of("CONTRACTION streaming 5.00 EUR 1"),
            List.of("CHURN streaming 10.00 EUR 1"),
            List.of("REACTIVATION streaming 10.00 EUR 1"));
  }

  /** No event says that the day has come: the subscription is looked at on its turning day. */
  @Test
  void whatIsAgreedForLaterMovesOnItsDay() {
    pipeline.take(STARTED, priced("more", "2026-02-10", "15.00")).tick("2026-02-09T10:00:00Z");
    assertThat(pipeline.documents(Projection.TENANT_TOTALS)).containsOnlyKeys("acme|2026-01|0");

    pipeline.tick("2026-02-10T10:00:00Z");

    assertThat(rows(month("2026-02"), "movements"))
        .containsExactly("EXPANSION streaming 2.10 EUR 1");
  }

  private static Event priced(String id, String from, String euros) {
    Price price = new Price(Price.Kind.FIXED, Money.of(euros, "EUR"));
    Facets facets =
        new Facets(null, null, null, price, null, null, null, null, null, null, null, null, null);
    return Facts.event(
        id,
        "netflix",
        "2026-01-06T10:00:00Z",
        new SubscriptionChanged(facets, LocalDate.parse(from)));
  }

  private static Event dollars(String payment, String time) {
    return Facts.event(
        "paid-" + payment,
        "netflix",
        time,
        new PaymentSucceeded(payment, Money.of("10.00", "USD"), null));
  }

  private BsonDocument month(String month) {
    return pipeline.document(Projection.TENANT_TOTALS, "acme|" + month + "|0");
  }

  private static List<String> rows(BsonDocument document, String field) {
    return document.containsKey(field)
        ? document.getArray(field).stream().map(each -> row(each.asDocument())).toList()
        : List.of();
  }

  private static String row(BsonDocument row) {
    String sum =
        "%s %s %s"
            .formatted(
                row.getString("category").getValue(),
                row.getDecimal128("amount").getValue(),
                row.getString("currency").getValue());
    return row.containsKey("kind")
        ? "%s %s %d"
            .formatted(
                row.getString("kind").getValue(), sum, row.getInt64("subscriptions").getValue())
        : sum;
  }
}
