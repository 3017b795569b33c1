package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.DIGEST_MONTHLY;
import static dev.perennial.standalone.oracle.AlertType.DIGEST_WEEKLY;
import static dev.perennial.standalone.oracle.Told.billing;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is told of a week or a period as a whole. 24 February 2025 is a Monday. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleDigestTest {

  private static final String NO_REMINDERS = ",\"reminders\":{\"leads\":[]}";

  private final Told told = new Told().start(NO_REMINDERS);

  private Told weekly(String leads) {
    return told.prefer("\"leads\":{\"digest.weekly\":" + leads + "}");
  }

  private Told monthly(String leads) {
    return told.prefer("\"leads\":{\"digest.monthly\":" + leads + "}");
  }

  /** Another subscription, from 20 January on. */
  private void startAnother(String id, String data) {
    told.add(
        Told.event(id, "subscription.started", "2025-01-20T10:00:00Z", data + NO_REMINDERS)
            .replace("\"gym\"", "\"" + id + "\""));
  }

  private static Map<String, Object> gym(String dueOn) {
    return Map.of(
        "subscriptionId", "gym", "name", "Gym", "dueOn", dueOn, "amount", written("20.00"));
  }

  @Test
  void isToldOfTheWeekAheadAndTheOneBefore() {
    weekly("[0]").pay("2025-02-17T00:00:00Z", "p1", "4").pay("2025-02-23T23:59:59Z", "p2", "1.50");
    told.pay("2025-02-16T23:59:59Z", "p3", "7").pay("2025-02-24T00:00:00Z", "p4", "9");
    told.on("2025-02-24");
    Map<String, Object> alert = new TreeMap<>();
    // 1:t5:alice13:digest.weekly0:10:2025-02-241:01:0
    alert.put("id", "ec70adf9dfa8fb56dcbd62ba3ce5f668");
    alert.put("type", "digest.weekly");
    alert.put("tenantId", "t");
    alert.put("subscriberId", "alice");
    alert.put("dueOn", "2025-02-24");
    alert.put("lead", 0);
    alert.put("daysLeft", 0);
    alert.put("revision", 0);
    alert.put("fireAt", "2025-02-24T09:00:00Z");
    alert.put("raisedAt", String.class);
    alert.put("zone", "Z");
    alert.put("charges", List.of(gym("2025-02-28")));
    alert.put("chargesInAll", 1);
    alert.put("due", List.of(written("20.00")));
    alert.put("spent", List.of(written("5.50")));
    alert.put("period", Map.of("from", "2025-02-24", "until", "2025-03-03"));
    assertThat(told.alert(DIGEST_WEEKLY)).isEqualTo(alert);
  }

  @Test
  void comesOnlyWhereItIsAskedFor() {
    told.tick("2025-02-01T12:00:00Z", "2025-03-01T12:00:00Z");
    assertThat(told.alerts()).isEmpty();
    weekly("[]");
    assertThat(told.alerts()).isEmpty();
  }

  @Test
  void comesSoManyDaysBeforeAndIsCaughtUpUntilTheDayEnds() {
    weekly("[6,1]");
    assertThat(told.on("2025-02-20").alerts()).containsExactly("2025-02-24 lead 6 in 4");
    assertThat(told.on("2025-02-24").alerts()).containsExactly("2025-02-24 lead 1 in 0");
    assertThat(told.on("2025-02-25").alerts()).isEmpty();
    told.tick("2025-02-18T08:00:00Z", "2025-02-24T23:00:00Z");
    assertThat(told.alerts()).containsExactly("2025-02-24 lead 1 in 1", "2025-02-24 lead 6 in 6");
  }

  @Test
  void isOfNothingWhereNothingIsDueAndNothingWasSpent() {
    weekly("[0]").on("2025-02-17");
    assertThat(told.alerts()).isEmpty();
    told.pay("2025-02-12T08:00:00Z", "p1", "4");
    assertThat(told.alert(DIGEST_WEEKLY))
        .containsEntry("charges", List.of())
        .containsEntry("chargesInAll", 0)
        .containsEntry("due", List.of())
        .containsEntry("spent", List.of(written("4.00")));
    told.refund("2025-02-13T08:00:00Z", "p1", "4");
    assertThat(told.alerts()).isEmpty();
  }

  @Test
  void listsWhatIsSettledTooAndMovedWhereItWasAnnounced() {
    weekly("[0]").announce("2025-02-20", "2025-03-01", "31");
    told.add(
        "payment.succeeded",
        "2025-02-20T08:00:00Z",
        Told.paid("p1", "31") + ",\"dueOn\":\"2025-02-28\"");
    told.on("2025-02-24");
    assertThat(told.alert(DIGEST_WEEKLY).get("charges"))
        .isEqualTo(
            List.of(
                Map.of(
                    "subscriptionId", "gym",
                    "name", "Gym",
                    "dueOn", "2025-03-01",
                    "amount", written("31.00"))));
  }

  @Test
  void listsTheFirstTenByDayAndIdAndAddsAllOfThemByCurrency() {
    monthly("[2]");
    startAnother(
        "walks",
        "\"name\":\"Walks\","
            + Told.price("FIXED", "1").replace("EUR", "USD")
            + ","
            + billing(3, "DAY", "2025-02-01"));
    startAnother(
        "power",
        "\"name\":\"Power\","
            + Told.price("VARIABLE", "50")
            + ","
            + billing(1, "MONTH", "2025-02-03"));
    Map<String, Object> digest = told.on("2025-02-27").alert(DIGEST_MONTHLY);
    List<?> charges = (List<?>) digest.get("charges");
    // The walks of 3 March sort behind the power of that day; the 31st is the gym's, and left off.
    assertThat(charges).hasSize(10);
    assertThat(charges.getFirst())
        .isEqualTo(
            Map.of(
                "subscriptionId", "power",
                "name", "Power",
                "dueOn", "2025-03-03",
                "amount", written("50.00"),
                "estimated", true));
    assertThat(charges.stream().map(each -> Happening.map(each).get("dueOn")).skip(1))
        .containsExactly(
            "2025-03-03",
            "2025-03-06",
            "2025-03-09",
            "2025-03-12",
            "2025-03-15",
            "2025-03-18",
            "2025-03-21",
            "2025-03-24",
            "2025-03-27");
    assertThat(digest)
        .containsEntry("chargesInAll", 12)
        .containsEntry("daysLeft", 2)
        .containsEntry(
            "due", List.of(written("70.00"), Map.of("value", "10.00", "currency", "USD")))
        .containsEntry("spent", List.of());
  }

  @Test
  void addsWhatWasSpentAtHomeAndTheRestInItsOwnCurrency() {
    weekly("[0]").prefer("\"currency\":\"EUR\"").rates("EUR", "2025-02-10", "USD 1.25");
    payDollars("2025-02-17T08:00:00Z", "10").on("2025-02-24");
    assertThat(told.alert(DIGEST_WEEKLY)).containsEntry("spent", List.of(written("8.00")));
    payDollars("2025-02-18T08:00:00Z", "7");
    told.pay("2025-02-19T08:00:00Z", "p3", "1");
    assertThat(told.alert(DIGEST_WEEKLY))
        .containsEntry(
            "spent", List.of(written("9.00"), Map.of("value", "7.00", "currency", "USD")));
  }

  private Told payDollars(String time, String value) {
    return told.add("payment.succeeded", time, Told.paid("p" + time, value).replace("EUR", "USD"));
  }

  @Test
  void isOfTheSubscribersOwnPeriod() {
    monthly("[3]").prefer("\"periodStartsOn\":{\"dayOfMonth\":25}");
    told.pay("2025-01-24T08:00:00Z", "p1", "4")
        .pay("2025-01-25T08:00:00Z", "p2", "5")
        .on("2025-02-22");
    assertThat(told.alert(DIGEST_MONTHLY))
        .containsEntry("dueOn", "2025-02-25")
        .containsEntry("fireAt", "2025-02-22T09:00:00Z")
        .containsEntry("charges", List.of(gym("2025-02-28")))
        .containsEntry("spent", List.of(written("5.00")))
        .containsEntry("period", Map.of("from", "2025-02-25", "until", "2025-03-25"));
  }

  @Test
  void isOfEachShortPeriodThatIsNear() {
    monthly("[9]").prefer("\"periodStartsOn\":{\"weeks\":1,\"from\":\"2025-02-25\"}");
    startAnother(
        "walks",
        "\"name\":\"Walks\"," + Told.price("FIXED", "1") + "," + billing(7, "DAY", "2025-03-03"));
    assertThat(told.on("2025-02-24").alerts())
        .containsExactly("2025-02-25 lead 9 in 1", "2025-03-04 lead 9 in 8");
    assertThat(told.on("2025-02-22").alerts()).containsExactly("2025-02-25 lead 9 in 3");
  }

  @Test
  void isSilentAsLongAsItIsSnoozedAndThenToldAgain() {
    weekly("[4]").tick("2025-02-20T08:00:00Z", "2025-02-24T23:00:00Z");
    String alert = (String) told.alert(DIGEST_WEEKLY).get("id");
    String snooze = "\"alertId\":\"%s\",\"until\":\"2025-02-23\"".formatted(alert);
    told.add(
        Told.event("s", "alert.snoozed", "2025-02-21T12:00:00Z", snooze)
            .replace("\"gym\"", "\"" + alert + "\""));
    assertThat(told.alerts()).containsExactly("2025-02-24 lead 4 in 1", "2025-02-24 lead 4 in 4");
  }

  @Test
  void isDeliveredAndSaysWhatItLists() {
    weekly("[0]").destination("home").on("2025-02-24");
    assertThat(told.expect().collection(Expected.DELIVERIES).values())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("alertType", "digest.weekly")
                    .containsEntry("state", "SENT")
                    .doesNotContainKeys("subscriptionId", "amount"));
    Map<String, Object> mail = told.expect().collection(Expected.MAILS).values().iterator().next();
    assertThat(((Saying) mail.get("subject")).test("Your week")).isTrue();
    Sayings text = (Sayings) mail.get("text");
    assertThat(text.test("28 February: Gym, € 20.00")).isTrue();
    assertThat(text.test("28 February: Gym")).isFalse();
    assertThat(text.test("Your week")).isFalse();
  }
}
