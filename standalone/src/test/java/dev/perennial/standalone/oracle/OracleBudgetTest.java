package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.BUDGET_EXCEEDED;
import static dev.perennial.standalone.oracle.AlertType.BUDGET_RECOVERED;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.written;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** What is told of budgets. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleBudgetTest {

  private static final String NO_REMINDERS = ",\"reminders\":{\"leads\":[]},\"category\":\"sport\"";

  private final Told told = new Told().start(NO_REMINDERS);

  private Told budget(String value) {
    return told.prefer("\"budgets\":[{" + Told.amount(value) + "}]");
  }

  private Told ofCategory(String category, String value) {
    return told.prefer(
        "\"budgets\":[{\"category\":\"" + category + "\"," + Told.amount(value) + "}]");
  }

  /** Of another subscription. */
  private void payElsewhere(String time, String value) {
    told.add(
        Told.event("c" + time, "payment.succeeded", time, Told.paid("c" + time, value))
            .replace("\"gym\"", "\"choir\""));
  }

  private List<String> ids(AlertType type) {
    return told.expect().collection(Expected.ALERTS).values().stream()
        .filter(alert -> type.wireName.equals(alert.get("type")))
        .map(alert -> (String) alert.get("id"))
        .toList();
  }

  @Test
  void isToldOnceItIsExceededWithAllThatItSays() {
    budget("20").pay("2025-02-10T08:00:00Z", "p1", "20.01").on("2025-02-15");
    Map<String, Object> alert = new TreeMap<>();
    // 1:t5:alice15:budget.exceeded0:10:2025-02-011:01:0
    alert.put("id", "e77f951a0a2ea49f9dccd354051fc7b2");
    alert.put("type", "budget.exceeded");
    alert.put("tenantId", "t");
    alert.put("subscriberId", "alice");
    alert.put("dueOn", "2025-02-01");
    alert.put("lead", 0);
    alert.put("daysLeft", 0);
    alert.put("revision", 0);
    alert.put("fireAt", String.class);
    alert.put("raisedAt", String.class);
    alert.put("zone", "Z");
    alert.put("amount", written("20.01"));
    alert.put("budget", Map.of("amount", written("20.00")));
    alert.put("period", Map.of("from", "2025-02-01", "until", "2025-03-01"));
    assertThat(told.alert(BUDGET_EXCEEDED)).isEqualTo(alert);
  }

  @Test
  void isNotExceededByExactlyAsMuch() {
    budget("20").pay("2025-02-10T08:00:00Z", "p1", "20").on("2025-02-15");
    assertThat(told.alerts()).isEmpty();
    payElsewhere("2025-02-11T08:00:00Z", "0.01");
    assertThat(told.alerts(BUDGET_EXCEEDED)).hasSize(1);
  }

  @Test
  void countsWhatWentThroughAndDidNotGoBack() {
    budget("20").pay("2025-02-10T08:00:00Z", "p1", "30");
    told.fail("2025-02-11T08:00:00Z", "p2", "30");
    told.refund("2025-02-12T08:00:00Z", "p1", "10").on("2025-02-15");
    assertThat(told.alerts(BUDGET_EXCEEDED)).isEmpty();
  }

  @Test
  void countsTheSubscribersPart() {
    told.change("2025-01-21", "\"share\":{\"part\":1,\"of\":3}");
    budget("10").pay("2025-02-10T08:00:00Z", "p1", "30.05").on("2025-02-15");
    assertThat(told.alert(BUDGET_EXCEEDED)).containsEntry("amount", written("10.02"));
  }

  @Test
  void countsItsCategoryAlone() {
    ofCategory("sport", "20").pay("2025-02-10T08:00:00Z", "p1", "20.01").on("2025-02-15");
    assertThat(told.alert(BUDGET_EXCEEDED))
        // 1:t5:alice15:budget.exceeded0:10:2025-02-011:01:05:sport
        .containsEntry("id", "fec68f2ef87e9697919a79db2de8dfe0")
        .containsEntry("budget", Map.of("category", "sport", "amount", written("20.00")));
    ofCategory("music", "20");
    assertThat(told.alerts()).isEmpty();
  }

  @Test
  void countsItsCurrencyAlone() {
    budget("10").on("2025-02-15");
    String dollars = Told.paid("p1", "30").replace("EUR", "USD");
    told.add("payment.succeeded", "2025-02-10T08:00:00Z", dollars);
    assertThat(told.alerts()).isEmpty();
  }

  @Test
  void countsHomeAmountsAndNothingThatHasNoRate() {
    told.prefer("\"currency\":\"EUR\"").rates("EUR", "2025-02-10", "USD 1.25");
    budget("10").on("2025-02-19");
    String dollars = Told.paid("p1", "12.50").replace("EUR", "USD");
    told.add("payment.succeeded", "2025-02-10T08:00:00Z", dollars);
    assertThat(told.alerts()).isEmpty();
    payElsewhere("2025-02-11T08:00:00Z", "0.01");
    assertThat(told.alert(BUDGET_EXCEEDED)).containsEntry("amount", written("10.01"));
    String tooLate = Told.paid("p2", "1").replace("EUR", "USD");
    told.add("payment.succeeded", "2025-02-18T08:00:00Z", tooLate);
    assertThat(told.alert(BUDGET_EXCEEDED)).containsEntry("amount", written("10.01"));
  }

  @Test
  void countsNothingInAnotherCurrencyThanHomeEvenIfItIsPaidInThat() {
    told.tenant("\"currency\":\"USD\"").rates("EUR", "2025-02-10", "USD 1.25");
    budget("10").pay("2025-02-10T08:00:00Z", "p1", "20").on("2025-02-15");
    assertThat(told.alerts(BUDGET_EXCEEDED)).isEmpty();
    told.prefer("\"budgets\":[{" + Told.amount("24.99", "USD") + "}]");
    assertThat(told.alert(BUDGET_EXCEEDED))
        .containsEntry("amount", Map.of("value", "25.00", "currency", "USD"));
  }

  @Test
  void isOneOfSeveralAndTheListIsReplacedWhole() {
    String one = "{\"category\":\"sport\"," + Told.amount("5") + "}";
    told.prefer("\"budgets\":[{" + Told.amount("10") + "}," + one + "]");
    told.pay("2025-02-10T08:00:00Z", "p1", "20").on("2025-02-15");
    assertThat(told.alerts(BUDGET_EXCEEDED)).hasSize(2);
    told.add("subscriber.updated", "2025-02-11T00:00:00Z", "\"budgets\":[]");
    assertThat(told.alerts()).isEmpty();
  }

  @Test
  void isOfTheSubscribersOwnPeriodAndToldForSixDaysBehindIt() {
    told.prefer("\"periodStartsOn\":{\"dayOfMonth\":15}");
    budget("10").pay("2025-02-14T08:00:00Z", "p1", "20");
    assertThat(told.on("2025-02-20").alert(BUDGET_EXCEEDED))
        .containsEntry("dueOn", "2025-01-15")
        .containsEntry("period", Map.of("from", "2025-01-15", "until", "2025-02-15"));
    assertThat(told.on("2025-02-21").alerts()).isEmpty();
  }

  @Test
  void isOfEveryShortPeriodThatIsNotOverForTooLong() {
    told.prefer("\"periodStartsOn\":{\"weeks\":1,\"from\":\"2026-02-02\"}");
    budget("10").pay("2025-02-09T08:00:00Z", "p1", "20");
    told.pay("2025-02-16T08:00:00Z", "p2", "20").pay("2025-02-17T08:00:00Z", "p3", "20");
    assertThat(told.on("2025-02-17").alerts(BUDGET_EXCEEDED))
        .containsExactly("2025-02-10 lead 0 in 0", "2025-02-17 lead 0 in 0");
  }

  @Test
  void recoversAndMayBeExceededAgainUnderAnotherId() {
    budget("100").pay("2025-02-10T08:00:00Z", "p1", "60");
    payElsewhere("2025-02-11T08:00:00Z", "50");
    told.tick("2025-02-15T12:00:00Z", "2025-02-19T12:00:00Z");
    assertThat(ids(BUDGET_EXCEEDED)).hasSize(1);
    assertThat(ids(BUDGET_RECOVERED)).isEmpty();
    told.add("subscription.deleted", "2025-02-16T12:00:00Z", "");
    assertThat(told.alert(BUDGET_RECOVERED))
        .containsEntry("amount", written("50.00"))
        .containsEntry("revision", 0);
    told.add(
        Told.event("x", "subscription.deleted", "2025-02-17T12:00:00Z", "")
            .replace("\"gym\"", "\"unknown\""));
    payElsewhere("2025-02-18T08:00:00Z", "50.01");
    assertThat(ids(BUDGET_RECOVERED)).hasSize(1);
    assertThat(ids(BUDGET_EXCEEDED)).hasSize(2).doesNotHaveDuplicates();
    // 1:t5:alice15:budget.exceeded0:10:2025-02-011:01:1
    assertThat(ids(BUDGET_EXCEEDED)).contains("e8d53b6fcfa59028086c0be7db55b974");
  }

  @Test
  void isExceededStillWhereALittleLessIsSpent() {
    budget("50").pay("2025-02-10T08:00:00Z", "p1", "3");
    payElsewhere("2025-02-11T08:00:00Z", "48");
    told.tick("2025-02-15T12:00:00Z", "2025-02-19T12:00:00Z");
    told.add("subscription.deleted", "2025-02-16T12:00:00Z", "");
    assertThat(told.alerts(BUDGET_EXCEEDED)).hasSize(1);
    assertThat(told.alerts(BUDGET_RECOVERED)).isEmpty();
  }

  @Test
  void isForgottenWithItsSubscriberAndNamedAnewInItsNextLife() {
    ofCategory("sport", "10").pay("2025-02-10T08:00:00Z", "p1", "20");
    told.tick("2025-02-15T12:00:00Z", "2025-02-19T12:00:00Z");
    told.add("subscriber.deleted", "2025-02-16T12:00:00Z", "");
    assertThat(told.expect().collection(Expected.VOIDED_ALERTS).keySet())
        .isEqualTo(Set.copyOf(ids(BUDGET_EXCEEDED)));
    told.add(
        "subscriber.updated", "2025-02-17T00:00:00Z", "\"budgets\":[{" + Told.amount("5") + "}]");
    told.pay("2025-02-17T08:00:00Z", "p2", "6");
    // 1:t5:alice15:budget.exceeded0:10:2025-02-011:01:00:20:2025-02-16T12:00:00Z
    assertThat(ids(BUDGET_EXCEEDED)).hasSize(2).contains("eb0541abb1a21659d014041c56b704b8");
  }

  @Test
  void sleepsWhereItIsSnoozedAndIsToldAgainWhereItStands() {
    budget("10").pay("2025-02-10T08:00:00Z", "p1", "20");
    told.tick("2025-02-15T12:00:00Z", "2025-02-19T12:00:00Z");
    String alert = ids(BUDGET_EXCEEDED).getFirst();
    String snooze = "\"alertId\":\"%s\",\"until\":\"2025-02-18\"".formatted(alert);
    told.add(
        Told.event("s", "alert.snoozed", "2025-02-16T12:00:00Z", snooze)
            .replace("\"gym\"", "\"" + alert + "\""));
    assertThat(told.expect().collection(Expected.ALERTS).values())
        .hasSize(2)
        .anyMatch(each -> each.get("revision").equals(1));
  }

  @Test
  void saysThatItRecoveredWhenTheSnoozeIsOver() {
    budget("10").pay("2025-02-10T08:00:00Z", "p1", "20");
    told.tick("2025-02-15T12:00:00Z", "2025-02-18T08:59:59Z");
    String alert = ids(BUDGET_EXCEEDED).getFirst();
    String snooze = "\"alertId\":\"%s\",\"until\":\"2025-02-18\"".formatted(alert);
    told.add(
        Told.event("s", "alert.snoozed", "2025-02-16T12:00:00Z", snooze)
            .replace("\"gym\"", "\"" + alert + "\""));
    told.add("subscription.deleted", "2025-02-17T12:00:00Z", "");
    assertThat(ids(BUDGET_RECOVERED)).isEmpty();
    told.tick("2025-02-18T09:00:00Z", "2025-02-18T09:00:00Z");
    assertThat(ids(BUDGET_RECOVERED)).hasSize(1);
    assertThat(ids(BUDGET_EXCEEDED)).hasSize(1);
  }

  @Test
  void isRoutedAndDeliveredAndSaysWhatWasSpentOfHowMuch() {
    told.prefer("\"routing\":{\"budget.exceeded\":[\"work\"]},\"locale\":\"de-AT\"");
    ofCategory("uncategorised", "1000").destination("home").destination("work");
    payElsewhere("2025-02-10T08:00:00Z", "1234.50");
    told.on("2025-02-15");
    assertThat(told.expect().collection(Expected.DELIVERIES).values())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("destinationId", "work")
                    .containsEntry("alertType", "budget.exceeded")
                    .containsEntry("amount", euros("1234.50"))
                    .doesNotContainKey("subscriptionId"));
    assertThat(told.alert(BUDGET_EXCEEDED))
        .containsEntry("routing", List.of("work"))
        .containsEntry("locale", "de-AT");
    Map<String, Object> mail = told.expect().collection(Expected.MAILS).values().iterator().next();
    assertThat(mail.get("subject")).isEqualTo(new Saying("uncategorised", "", "123450"));
    Sayings text = (Sayings) mail.get("text");
    assertThat(text.test("uncategorised: € 1.234,50 von € 1.000,00")).isTrue();
    assertThat(text.test("uncategorised: € 1.234,50")).isFalse();
    assertThat(text.test("€ 1.234,50 von € 1.000,00")).isFalse();
  }
}
