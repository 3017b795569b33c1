package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.standalone.oracle.Ticks.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Small stories whose outcome one can work out by hand. */
@NullUnmarked // a missing document fails the test, which is its purpose
class OracleTest {

  private static final String STARTED =
      """
      "name":"Gym","price":{"kind":"FIXED","amount":{"value":"20","currency":"EUR"}},
      "billing":{"every":1,"unit":"MONTH","anchor":"2025-01-31"}""";

  private final List<String> events = new ArrayList<>();
  private Ticks ticks = Ticks.none();

  @Test
  void keepsTheThirtyFirstThroughAPauseThatLeavesTheAnchor() {
    start();
    add("subscription.paused", "2025-03-10T10:00:00Z", "");
    add("subscription.resumed", "2025-06-10T10:00:00Z", "");
    assertThat(subscription().get("nextRenewal")).isEqualTo(renewal("2025-06-30"));
  }

  @Test
  void countsAgainFromTheDayOfResumingWhereAsked() {
    start();
    add("subscription.paused", "2025-03-10T10:00:00Z", "");
    add("subscription.resumed", "2025-06-10T10:00:00Z", "\"anchor\":\"NOW\"");
    assertThat(subscription().get("nextRenewal")).isEqualTo(renewal("2025-07-10"));
  }

  @Test
  void startsToBillWhereTheTrialEnds() {
    add("subscription.started", "2025-01-17T10:00:00Z", STARTED + ",\"trialEnds\":\"2025-01-31\"");
    assertThat(subscription()).containsEntry("status", "TRIALING");
    assertThat(subscription().get("nextRenewal")).isEqualTo(renewal("2025-01-31"));
  }

  @Test
  void takesTheDayFromTheZoneInForce() {
    add("subscriber.updated", "2025-01-01T00:00:00Z", "\"zone\":\"America/New_York\"");
    start();
    pay("2025-02-01T04:30:00Z", "p1", "20.00");
    assertThat(payment("p1").get("paidOn")).isEqualTo(Instant.parse("2025-01-31T00:00:00Z"));
    assertThat(expect().collection(Expected.TOTALS)).containsOnlyKeys("t|alice|2025-01");
  }

  @Test
  void subtractsARefundOnItsPaymentsDayAndDropsAMonthOfNothing() {
    start();
    pay("2025-02-01T10:00:00Z", "p1", "20.00");
    refund("2025-03-05T10:00:00Z", "p1", "5.50");
    Map<String, Object> total = expect().collection(Expected.TOTALS).get("t|alice|2025-02");
    assertThat(total.get("lines"))
        .isEqualTo(
            List.of(
                Map.of(
                    "category",
                    "uncategorised",
                    "currency",
                    "EUR",
                    "amount",
                    new BigDecimal("14.50"))));
    refund("2025-03-06T10:00:00Z", "p1", "14.50");
    assertThat(payment("p1")).containsEntry("status", "REFUNDED");
    assertThat(expect().collection(Expected.TOTALS)).isEmpty();
  }

  @Test
  void letsTheLaterOfTwoContentsOfOneIdCount() {
    start();
    String first = event("e", "payment.succeeded", "2025-02-01T10:00:00Z", paid("p1", "1.00"));
    String second = event("e", "payment.succeeded", "2025-02-02T10:00:00Z", paid("p1", "2.00"));
    events.addAll(List.of(second, first, first));
    assertThat(expect().collection(Expected.PAYMENTS)).hasSize(1);
    assertThat(statuses()).containsExactlyInAnyOrder("APPLIED", "APPLIED", "SUPERSEDED");
  }

  @Test
  void letsEventsAboutTheUnknownWait() {
    pay("2025-02-01T10:00:00Z", "p1", "1.00");
    assertThat(statuses()).containsExactly("WAITING");
    start();
    refund("2025-03-05T10:00:00Z", "p2", "5.50");
    assertThat(statuses()).containsExactlyInAnyOrder("APPLIED", "APPLIED", "WAITING");
  }

  @Test
  void endsWithThePeriodThatRuns() {
    start();
    add("subscription.cancelled", "2025-02-10T10:00:00Z", "\"atPeriodEnd\":true");
    assertThat(subscription())
        .containsEntry("status", "CANCELLED")
        .containsEntry("endsOn", Instant.parse("2025-02-28T00:00:00Z"))
        .doesNotContainKey("nextRenewal");
  }

  @Test
  void raisesOnlyTheNewestMissedReminderWithTheDaysThatAreLeft() {
    start();
    add("subscription.changed", "2025-01-21T10:00:00Z", "\"reminders\":{\"leads\":[7,3,0]}");
    tick("2025-02-24T12:00:00Z", "2025-02-24T13:00:00Z");
    assertThat(alerts()).containsExactly("2025-02-28 lead 7 in 4");
    tick("2025-02-25T08:59:59Z", "2025-02-28T23:00:00Z");
    assertThat(alerts())
        .containsExactly(
            "2025-02-28 lead 0 in 0", "2025-02-28 lead 3 in 3", "2025-02-28 lead 7 in 4");
  }

  @Test
  void firesInTheGapOfTheClocksAndOnceInTheirOverlap() {
    Owner owner = owner("\"zone\":\"America/New_York\",\"alertTime\":\"02:30\"");
    assertThat(owner.fireAt(LocalDate.parse("2007-03-11"), 0))
        .isEqualTo(Instant.parse("2007-03-11T07:30:00Z"));
    Owner early = owner("\"zone\":\"America/New_York\",\"alertTime\":\"01:30\"");
    assertThat(early.fireAt(LocalDate.parse("2007-11-04"), 0))
        .isEqualTo(Instant.parse("2007-11-04T05:30:00Z"));
  }

  private Owner owner(String preferences) {
    String update = event("u", "subscriber.updated", "2007-01-01T00:00:00Z", preferences);
    return new Owner("alice", List.of(Happening.parse(update)));
  }

  private void start() {
    add("subscription.started", "2025-01-20T10:00:00Z", STARTED);
  }

  private void pay(String time, String payment, String value) {
    add("payment.succeeded", time, paid(payment, value));
  }

  private void refund(String time, String payment, String value) {
    add("payment.refunded", time, "\"refundId\":\"r" + time + "\"," + paid(payment, value));
  }

  private static String paid(String payment, String value) {
    return "\"paymentId\":\"%s\",\"amount\":{\"value\":\"%s\",\"currency\":\"EUR\"}"
        .formatted(payment, value);
  }

  private void tick(String first, String last) {
    List<Interval> all = new ArrayList<>(ticks.of(0));
    all.add(new Interval(Instant.parse(first), Instant.parse(last)));
    ticks = new Ticks(Map.of(0, all));
  }

  private void add(String type, String time, String data) {
    events.add(event("e" + events.size(), type, time, data));
  }

  private static String event(String id, String type, String time, String data) {
    String subject = type.startsWith("subscriber") ? "alice" : "gym";
    return """
        {"specversion":"1.0","id":"%s","source":"/billing","type":"%s","time":"%s",
         "subject":"%s","subscriberid":"alice","data":{%s}}"""
        .formatted(id, type, time, subject, data);
  }

  private Expected expect() {
    return new Oracle("t", id -> 0, ticks, Map.of()).expect(events);
  }

  private Map<String, Object> subscription() {
    return expect().collection(Expected.SUBSCRIPTIONS).get("t|alice|gym");
  }

  private Map<String, Object> payment(String id) {
    return expect().collection(Expected.PAYMENTS).get("t|alice|gym|" + id);
  }

  private List<Object> statuses() {
    return expect().collection(Expected.RECEIPTS).values().stream()
        .map(receipt -> receipt.get("status"))
        .toList();
  }

  private List<String> alerts() {
    return expect().collection(Expected.ALERTS).values().stream()
        .map(a -> a.get("dueOn") + " lead " + a.get("lead") + " in " + a.get("daysLeft"))
        .sorted()
        .toList();
  }

  private static Map<String, Object> renewal(String dueOn) {
    return Map.of(
        "dueOn",
        Instant.parse(dueOn + "T00:00:00Z"),
        "amount",
        Map.of("value", new BigDecimal("20.00"), "currency", "EUR"));
  }
}
