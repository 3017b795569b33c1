package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.errors.StreamsException;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a rate changes when it comes, and when it does not. */
class RatesTest {

  private static final String FRIDAY = "2026-01-30";
  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");
  private static final Event AT_HOME_IN_EUROS = Facts.thinksIn("EUR", "2026-01-01T00:00:00Z");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aPaymentIsConvertedByTheRateOfTheWeekBefore() {
    pipeline
        .publish(References.dollars(FRIDAY, "1.25"))
        .take(AT_HOME_IN_EUROS, STARTED, dollars("p1", "2026-02-01T10:00:00Z", "10.00"));

    BsonDocument home = payment("p1").getDocument("home");
    assertThat(value(home.getDocument("amount"))).isEqualTo("8.00 EUR");
    assertThat(home.getDocument("rate").getString("source").getValue()).isEqualTo("ECB");
    assertThat(sums("2026-02", "home")).containsExactly("1 streaming 8.00 EUR");
  }

  @Test
  void whatHasNoRateIsUnconvertedUntilTheRateArrives() {
    pipeline.take(AT_HOME_IN_EUROS, STARTED, dollars("p1", "2026-02-01T10:00:00Z", "10.00"));
    assertThat(payment("p1").containsKey("unconverted")).isTrue();
    BsonDocument month = month("2026-02");
    assertThat(sums(month, "unconverted")).containsExactly("1 streaming 10.00 USD");
    assertThat(sums(month, "home")).isEmpty();

    pipeline.publish(References.dollars(FRIDAY, "1.25"));

    BsonDocument restated = payment("p1");
    assertThat(restated).doesNotContainKey("unconverted");
    assertThat(value(restated.getDocument("home").getDocument("amount"))).isEqualTo("8.00 EUR");
    month = month("2026-02");
    assertThat(sums(month, "home")).containsExactly("1 streaming 8.00 EUR");
    assertThat(sums(month, "unconverted")).isEmpty();
  }

  @Test
  void aNewerRateOnOrBeforeTheDayRestatesAndOneOfALaterDayDoesNot() {
    pipeline
        .publish(References.dollars(FRIDAY, "1.25"))
        .take(AT_HOME_IN_EUROS, STARTED, dollars("p1", "2026-02-03T10:00:00Z", "10.00"))
        .countWritten();

    pipeline.publish(References.dollars("2026-02-04", "4"));
    assertThat(pipeline.documents(Projection.PAYMENTS)).isEmpty();

    pipeline.publish(References.dollars("2026-02-03", "2"));
    assertThat(home("p1")).isEqualTo("5.00 EUR");
  }

  @Test
  void sevenDaysAreTheMost() {
    pipeline.take(
        AT_HOME_IN_EUROS,
        STARTED,
        dollars("p7", "2026-02-06T10:00:00Z", "10.00"),
        dollars("p8", "2026-02-07T10:00:00Z", "10.00"));
    pipeline.countWritten();

    pipeline.publish(References.dollars(FRIDAY, "1.25"));

    assertThat(pipeline.documents(Projection.PAYMENTS)).containsOnlyKeys("acme|alice|netflix|p7");
  }

  @Test
  void ofTwoForOneDateTheLastInOrderCountsWheneverItComes() {
    pipeline.take(AT_HOME_IN_EUROS, STARTED, dollars("p1", FRIDAY + "T20:00:00Z", "10.00"));
    pipeline.publish(References.dollars("later", FRIDAY + "T16:00:00Z", FRIDAY, "2"));
    assertThat(home("p1")).isEqualTo("5.00 EUR");
    assertThat(pipeline.receipts()).containsEntry("later", "APPLIED");

    pipeline.publish(References.dollars("earlier", FRIDAY + "T15:00:00Z", FRIDAY, "4"));
    assertThat(pipeline.documents(Projection.PAYMENTS)).isEmpty();
    assertThat(pipeline.receipts()).containsOnlyKeys("earlier").containsValue("SUPERSEDED");

    pipeline.publish(References.dollars("latest", FRIDAY + "T17:00:00Z", FRIDAY, "4"));
    assertThat(home("p1")).isEqualTo("2.50 EUR");
    assertThat(pipeline.receipts())
        .containsEntry("latest", "APPLIED")
        .containsEntry("later", "SUPERSEDED");
  }

  @Test
  void whatIsSupersededSaysNothingWhenItComesAgain() {
    var later = References.dollars("later", FRIDAY + "T16:00:00Z", FRIDAY, "2");
    var both = List.of(later, References.dollars("earlier", FRIDAY + "T15:00:00Z", FRIDAY, "4"));
    both.forEach(pipeline::publish);
    pipeline.receipts();
    both.forEach(pipeline::publish);
    assertThat(pipeline.receipts()).isEmpty();
  }

  @Test
  void aRateThatComesAgainSaysNothing() {
    pipeline
        .take(AT_HOME_IN_EUROS, STARTED, dollars("p1", FRIDAY + "T20:00:00Z", "10.00"))
        .publish(References.dollars(FRIDAY, "2"))
        .countWritten();

    pipeline.publish(References.dollars(FRIDAY, "2"));

    assertThat(pipeline.countWritten()).isZero();
  }

  @Test
  void aRefundTakesItsPaymentsRateAndItsDay() {
    pipeline
        .publish(References.dollars(FRIDAY, "1.25"), References.dollars("2026-02-20", "4"))
        .take(AT_HOME_IN_EUROS, STARTED, dollars("p1", FRIDAY + "T20:00:00Z", "10.00"))
        .take(
            Facts.event(
                "back",
                "netflix",
                "2026-02-20T10:00:00Z",
                new PaymentRefunded("p1", "r1", Money.of("5.00", "USD"))));

    BsonDocument payment = payment("p1");
    assertThat(value(payment.getDocument("home").getDocument("amount"))).isEqualTo("8.00 EUR");
    assertThat(value(payment.getArray("refunds").getFirst().asDocument().getDocument("home")))
        .isEqualTo("4.00 EUR");
    assertThat(sums("2026-01", "home")).containsExactly("30 streaming 4.00 EUR");
  }

  @Test
  void anErasureTakesHomeAmountsAwayAndLeavesNothingThatARateWouldFind() {
    pipeline
        .publish(References.dollars(FRIDAY, "1.25"))
        .take(AT_HOME_IN_EUROS, STARTED, dollars("p1", FRIDAY + "T20:00:00Z", "10.00"));
    assertThat(pipeline.count(StateStores.RATE_DAYS)).isEqualTo(1);

    pipeline.take(Facts.deleted("netflix", "2026-02-24T12:00:00Z"));

    assertThat(month("2026-01")).containsKey("erased");
    assertThat(pipeline.count(StateStores.TOTALS)).isZero();
    assertThat(pipeline.count(StateStores.RATE_DAYS)).isZero();
    assertThat(pipeline.count(StateStores.TENANT_TOTALS)).isZero();
  }

  @Test
  void whoPaysInOneCurrencyIsInNoIndexOfRates() {
    pipeline
        .publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z"))
        .take(STARTED, Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    assertThat(pipeline.count(StateStores.RATE_DAYS)).isZero();
    assertThat(home("p1")).isEqualTo("12.90 EUR");
  }

  /** A store that cannot be read says nothing of the event: it is not given up for that. */
  @Test
  void aBrokenStoreOfRatesEndsTheTaskAndDeadLettersNothing() {
    pipeline
        .take(AT_HOME_IN_EUROS, STARTED)
        .<byte[]>store(StateStores.RATES)
        .put("2026-02-01|EUR", new byte[] {3, 0});

    assertThatThrownBy(() -> pipeline.take(dollars("p1", "2026-02-01T10:00:00Z", "10.00")))
        .isInstanceOf(StreamsException.class)
        .rootCause()
        .hasMessageStartingWith("The store holds RateMemory in layout 3");

    assertThat(pipeline.deadLetters()).isEmpty();
  }

  /** More subscriptions than one turn may hold, so that it goes on by itself. */
  @Test
  void aRateRestatesHoweverManyHangOnIt() {
    List<Event> many = new ArrayList<>(Facts.many(2 * Pipeline.LIMITS.chunk() + 1));
    many.add(AT_HOME_IN_EUROS);
    for (int number = 0; number <= 2 * Pipeline.LIMITS.chunk(); number++) {
      many.add(dollars("s" + number, "p" + number, FRIDAY + "T20:00:00Z", "10.00"));
    }
    pipeline.take(many).countWritten();

    pipeline.publish(References.dollars(FRIDAY, "2"));

    assertThat(pipeline.documents(Projection.PAYMENTS).values())
        .hasSize(2 * Pipeline.LIMITS.chunk() + 1)
        .allSatisfy(each -> assertThat(each).doesNotContainKey("unconverted"));
    assertThat(pipeline.count(StateStores.JOBS)).isZero();
  }

  @Test
  void whateverOrderRatesAndEventsComeInTheDocumentsAreTheSame() {
    List<Event> events =
        List.of(
            AT_HOME_IN_EUROS,
            Facts.thinksIn("USD", "2026-02-02T00:00:00Z"),
            STARTED,
            dollars("p1", "2026-01-29T10:00:00Z", "10.00"),
            dollars("p2", "2026-02-01T10:00:00Z", "20.00"),
            Facts.paid("netflix", "p3", "2026-02-05T10:00:00Z", "30.00"));
    var expected = standing(events, 0);

    for (int seed = 1; seed <= 20; seed++) {
      assertThat(standing(events, seed)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static Object standing(List<Event> events, int seed) {
    List<Runnable> steps = new ArrayList<>();
    try (Pipeline pipeline = new Pipeline()) {
      events.forEach(event -> steps.add(() -> pipeline.take(event)));
      steps.add(() -> pipeline.publish(References.dollars(FRIDAY, "1.25")));
      steps.add(() -> pipeline.publish(References.dollars("2026-01-27", "1.5")));
      steps.add(() -> pipeline.publish(References.dollars("2026-02-05", "1.6")));
      steps.add(
          () -> pipeline.publish(References.dollars("b", FRIDAY + "T18:00:00Z", FRIDAY, "2")));
      steps.add(() -> pipeline.publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z")));
      steps.add(() -> pipeline.publish(References.tenantAt("Asia/Tokyo", "2026-01-15T00:00:00Z")));
      if (seed > 0) {
        Collections.shuffle(steps, new Random(seed));
      }
      steps.forEach(Runnable::run);
      return pipeline.tick("2026-02-10T10:00:00Z").standing();
    }
  }

  private static Event dollars(String payment, String time, String amount) {
    return dollars("netflix", payment, time, amount);
  }

  private static Event dollars(String subscription, String payment, String time, String amount) {
    return Facts.event(
        "paid-" + payment,
        subscription,
        time,
        new PaymentSucceeded(payment, Money.of(amount, "USD"), null));
  }

  private BsonDocument payment(String id) {
    return pipeline.document(Projection.PAYMENTS, "acme|alice|netflix|" + id);
  }

  private String home(String id) {
    return value(payment(id).getDocument("home").getDocument("amount"));
  }

  private BsonDocument month(String month) {
    return pipeline.document(Projection.SUBSCRIBER_TOTALS, "acme|alice|" + month);
  }

  private List<String> sums(String month, String field) {
    BsonDocument document =
        pipeline
            .documents(Projection.SUBSCRIBER_TOTALS)
            .getOrDefault("acme|alice|" + month, new BsonDocument());
    return sums(document, field);
  }

  private static List<String> sums(BsonDocument document, String field) {
    if (!document.containsKey(field)) {
      return List.of();
    }
    return document.getArray(field).stream()
        .map(
            each ->
                "%d %s %s %s"
                    .formatted(
                        each.asDocument().getInt32("day").getValue(),
                        each.asDocument().getString("category").getValue(),
                        each.asDocument().getDecimal128("amount").getValue(),
                        each.asDocument().getString("currency").getValue()))
        .toList();
  }

  private static String value(BsonDocument amount) {
    return amount.getDecimal128("value").getValue() + " " + amount.getString("currency").getValue();
  }
}
