package dev.perennial.dashboard;

import static dev.perennial.dashboard.Seed.amount;
import static dev.perennial.dashboard.Seed.date;
import static dev.perennial.dashboard.Seed.day;
import static dev.perennial.dashboard.SeedPayment.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Periods as the read API draws them on 22 November; Netflix is 12.99 on the last of a month. */
class PeriodsApiTest extends DashboardTest {

  private static final String PERIODS = "/api/v1/subscribers/alice/periods";

  @Test
  void shouldDrawTheCurrentPeriodAndThoseBeforeIt() {
    seed.insert("subscriptions", netflix());
    seed.insert("payments", paid("p10", "2026-10-31", "2026-10-31", "13.49"));

    JsonNode answer = read(PERIODS);

    assertThat(answer.get("today").asString()).isEqualTo("2026-11-22");
    assertThat(answer.get("asOf").asString()).isEqualTo(TICK.toString());
    assertThat(answer.get("periods"))
        .extracting(period -> period.get("period").asString())
        .containsExactly("2026-11", "2026-10", "2026-09");
    assertThat(answer.get("periods").get(0))
        .hasToString(
            """
            {"period":"2026-11","from":"2026-11-01","until":"2026-12-01","closed":false,"currencies":[\
            {"currency":"EUR","expected":"12.99","outstanding":"12.99","missing":"0.00",\
            "difference":"0.00","unexpected":"0.00","paid":"0.00","paidElsewhere":"0.00",\
            "paidForOthers":"0.00","spent":"0.00"}],"revisionsInAll":0,"revisions":[]}\
            """);
    assertThat(answer.get("periods").get(1))
        .hasToString(
            """
            {"period":"2026-10","from":"2026-10-01","until":"2026-11-01","closed":true,"currencies":[\
            {"currency":"EUR","expected":"12.99","outstanding":"0.00","missing":"0.00",\
            "difference":"0.50","unexpected":"0.00","paid":"13.49","paidElsewhere":"0.00",\
            "paidForOthers":"0.00","spent":"13.49"}],"revisionsInAll":0,"revisions":[]}\
            """);
    assertThat(figures(answer.get("periods").get(2))).contains("\"missing\":\"12.99\"");
  }

  @Test
  void shouldTellWhatWasPaidOnOtherDays() {
    seed.insert("subscriptions", netflix());
    seed.insert(
        "payments",
        paid("p10", "2026-11-02", "2026-10-31", "12.99"),
        paid("p11", "2026-11-21", "2026-11-30", "12.99"),
        paid("twice", "2026-11-22", "2026-11-30", "12.99"),
        seed.payment("alice", "unknown", "odd", "2026-11-20", amount("4.00", "EUR"))
            .append(
                "events", List.of(event("payment.succeeded", "o", "2026-11-20", "4.00", "EUR"))));

    JsonNode periods = read(PERIODS + "?count=2").get("periods");

    assertThat(figures(periods.get(0)))
        .contains("\"unexpected\":\"16.99\"", "\"paid\":\"29.98\"")
        .contains("\"paidForOthers\":\"12.99\"", "\"spent\":\"42.97\"");
    assertThat(figures(periods.get(1)))
        .contains("\"outstanding\":\"0.00\"", "\"paidElsewhere\":\"12.99\"", "\"spent\":\"0.00\"");
  }

  @Test
  void shouldFindWhatPaysForAnAnnouncedDayOfAnotherPeriod() {
    Document netflix = netflix();
    Seed.agreed(netflix)
        .append(
            "announced",
            List.of(
                new Document("scheduledOn", date("2026-10-31"))
                    .append("dueOn", date("2026-11-03"))
                    .append("amount", amount("14.00", "EUR"))));
    seed.insert("subscriptions", netflix);
    seed.insert("payments", paid("p10", "2026-10-30", "2026-10-31", "14.00"));

    assertThat(figures(read(PERIODS + "?count=1").get("periods").get(0)))
        .contains("\"expected\":\"26.99\"", "\"outstanding\":\"12.99\"")
        .contains("\"paid\":\"14.00\"", "\"paidElsewhere\":\"14.00\"", "\"spent\":\"0.00\"");
  }

  @Test
  void shouldBeginWhereTheSubscriberSays() {
    seed.insert(
        "subscriptions", netflix().append("periodStartsOn", new Document("dayOfMonth", 23)));
    assertThat(read(PERIODS + "?count=2").get("periods"))
        .extracting(period -> period.get("period").asString())
        .containsExactly("2026-10-23/P1M", "2026-09-23/P1M");

    seed.replace(
        "subscriptions",
        netflix()
            .append("periodStartsOn", new Document("weeks", 4).append("from", date("2026-01-05"))));
    JsonNode period = read(PERIODS + "?count=1").get("periods").get(0);
    assertThat(period.get("period").asString()).isEqualTo("2026-11-09/P4W");
    assertThat(period.get("until").asString()).isEqualTo("2026-12-07");
  }

  @Test
  void shouldTellSpendAtHomeAndWhatIsNotConvertedByThePeriodsOwnDays() {
    seed.insert(
        "subscriptions", netflix().append("periodStartsOn", new Document("dayOfMonth", 15)));
    seed.insert(
        "subscriber-totals",
        seed.totals("alice", "2026-10")
            .append("home", List.of(day(14, "tv", "EUR", "1.00"), day(15, "tv", "EUR", "2.00"))),
        seed.totals("alice", "2026-11")
            .append("home", List.of(day(14, "tv", "EUR", "4.00"), day(15, "tv", "EUR", "8.00")))
            .append("unconverted", List.of(day(14, "games", "USD", "3.00"))));

    JsonNode periods = read(PERIODS).get("periods");

    assertThat(periods.get(0).get("home")).hasToString(line("tv", "8.00", "EUR"));
    assertThat(periods.get(0).has("unconverted")).isFalse();
    assertThat(periods.get(1).get("home")).hasToString(line("tv", "6.00", "EUR"));
    assertThat(periods.get(1).get("unconverted")).hasToString(line("games", "3.00", "USD"));
  }

  @Test
  void shouldTellWhatRevisedAClosedPeriod() {
    seed.insert("subscriptions", netflix().append("zone", "Pacific/Auckland"));
    seed.insert(
        "payments",
        paid("p10", "2026-10-29", "2026-10-31", "12.99")
            .append("status", "PARTIALLY_REFUNDED")
            .append("home", SeedPayment.home("12.00", "2026-10-29", "1.1", "2026-11-05T10:00:00Z"))
            .append(
                "events",
                List.of(
                    event("payment.succeeded", "e1", "2026-10-31", "12.99", "EUR"),
                    event("payment.refunded", "e2", "2026-11-04", "-2.00", "EUR"))));

    JsonNode october = read(PERIODS + "?count=2").get("periods").get(1);

    // At noon of 31 October in UTC November has begun in Auckland.
    assertThat(october.get("revisionsInAll").asInt()).isEqualTo(3);
    assertThat(october.get("revisions"))
        .hasToString(
            """
            [{"number":3,"receivedAt":"2026-11-05T10:00:00Z",\
            "rate":{"base":"EUR","date":"2026-10-29","source":"ECB"},"payments":1},\
            {"number":2,"receivedAt":"2026-11-04T12:00:00Z",\
            "event":{"type":"payment.refunded","source":"/bank","id":"e2"},\
            "subscriptionId":"netflix","paymentId":"p10",\
            "change":[{"value":"-2.00","currency":"EUR"}]},\
            {"number":1,"receivedAt":"2026-10-31T12:00:00Z",\
            "event":{"type":"payment.succeeded","source":"/bank","id":"e1"},\
            "subscriptionId":"netflix","paymentId":"p10",\
            "change":[{"value":"12.99","currency":"EUR"}]}]\
            """);
  }

  @Test
  void shouldListTheNewestTwentyRevisionsAndCountAll() {
    seed.insert("subscriptions", netflix());
    seed.insert(
        "payments",
        paid("p10", "2026-10-29", "2026-10-31", "12.99")
            .append(
                "events",
                IntStream.rangeClosed(1, 25)
                    .mapToObj(
                        id ->
                            event(
                                "payment.corrected",
                                "e%02d".formatted(id),
                                "2026-11-04",
                                "0.01",
                                "EUR"))
                    .toList()));

    JsonNode october = read(PERIODS + "?count=2").get("periods").get(1);

    assertThat(october.get("revisionsInAll").asInt()).isEqualTo(25);
    assertThat(october.get("revisions"))
        .hasSize(20)
        .first()
        .satisfies(revision -> assertThat(revision.get("number").asInt()).isEqualTo(25));
  }

  @Test
  void shouldSayThatADocumentIsUnreadableRatherThanCountItAsNothing() {
    Document old = netflix();
    old.remove("agreed");
    seed.insert("subscriptions", old);

    assertThat(get(PERIODS).statusCode()).isEqualTo(500);
    assertThat(get(PERIODS).body()).contains("document-unreadable");
  }

  @Test
  void shouldFindNoSubscriberOfAnotherTenant() {
    assertThat(get(PERIODS).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldTellWhatASubscriptionIsExpectedToBePaidNext() {
    seed.insert(
        "subscriptions",
        netflix()
            .append(
                "expected",
                Seed.renewal("2026-10-31", "12.99", "EUR")
                    .append("estimated", true)
                    .append("state", "MISSING")));

    assertThat(
            read("/api/v1/subscribers/alice/subscriptions")
                .get("subscriptions")
                .get(0)
                .get("expected"))
        .hasToString(
            "{\"dueOn\":\"2026-10-31\",\"amount\":{\"value\":\"12.99\",\"currency\":\"EUR\"},"
                + "\"estimated\":true,\"state\":\"MISSING\"}");
  }

  private Document netflix() {
    return seed.subscription("alice", "netflix", "Netflix", "12.99", "EUR")
        .append("paidSince", date("2026-01-31"));
  }

  private Document paid(String id, String paidOn, String matches, String euros) {
    return seed.payment("alice", "netflix", id, paidOn, amount(euros, "EUR"))
        .append("matches", date(matches))
        .append("events", List.of(event("payment.succeeded", id, paidOn, euros, "EUR")));
  }

  private static String figures(JsonNode period) {
    return period.get("currencies").toString();
  }

  private static String line(String category, String value, String currency) {
    return "[{\"category\":\"%s\",\"amount\":{\"value\":\"%s\",\"currency\":\"%s\"}}]"
        .formatted(category, value, currency);
  }
}
