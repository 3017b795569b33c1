package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.AlertType.RENEWAL_UPCOMING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Reminders that are repeated, and what their reader answers. */
@NullUnmarked // a missing alert fails the test, which is its purpose
class OracleAnswerTest {

  private final Told told = new Told();

  private Told repeating(String until, String more) {
    String repeat = "{\"every\":2,\"most\":3%s}".formatted(until);
    told.start(",\"reminders\":{\"leads\":[7,1],\"repeat\":" + repeat + "}" + more);
    return told.tick("2025-02-20T12:00:00Z", "2025-03-10T12:00:00Z");
  }

  private static String until(String what) {
    return ",\"until\":\"" + what + "\"";
  }

  private List<Integer> leads() {
    return told.expect().collection(Expected.ALERTS).values().stream()
        .filter(alert -> "2025-02-28".equals(alert.get("dueOn")))
        .map(alert -> (Integer) alert.get("lead"))
        .sorted((one, other) -> other - one)
        .toList();
  }

  private String idOf(int lead) {
    return told.expect().collection(Expected.ALERTS).entrySet().stream()
        .filter(alert -> alert.getValue().get("lead").equals(lead))
        .filter(alert -> "2025-02-28".equals(alert.getValue().get("dueOn")))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  private void answer(String type, String day, String alert, String more) {
    String text =
        Told.event("a" + day, type, Told.noon(day), "\"alertId\":\"" + alert + "\"" + more);
    told.add(text.replace("\"gym\"", "\"" + alert + "\""));
  }

  @Test
  void addsLeadsCountedBackFromTheLargest() {
    repeating("", "");
    assertThat(leads()).containsExactly(7, 5, 3, 1);
  }

  @Test
  void goesOnBelowZeroOnlyWhereOnePaysOneself() {
    String repeat = "{\"every\":4,\"most\":3}";
    told.start(",\"reminders\":{\"repeat\":" + repeat + "},\"collection\":\"MANUAL\"");
    told.pay("2025-01-31T08:00:00Z", "p1", "20");
    told.tick("2025-02-20T12:00:00Z", "2025-03-10T12:00:00Z");
    assertThat(leads()).containsExactly(7, 3, 1, 0, -1, -5);
  }

  @Test
  void endsWithAnAcknowledgementButTheLeadsStillCome() {
    repeating("", "");
    answer("alert.acknowledged", "2025-02-22", idOf(7), "");
    assertThat(leads()).containsExactly(7, 1);
    assertThat(told.statuses()).containsOnly("APPLIED");
  }

  @Test
  void saysNothingOlderWhereTheRepetitionHasEnded() {
    Told late = new Told();
    late.start(",\"reminders\":{\"leads\":[7],\"repeat\":{\"every\":2,\"most\":1}}");
    late.on("2025-02-24");
    String five = late.expect().collection(Expected.ALERTS).keySet().iterator().next();
    String answer =
        Told.event("a", "alert.acknowledged", Told.noon("2025-02-23"), "\"alertId\":\"x\"");
    late.add(answer.replace("\"gym\"", "\"x\"").replace("\"x\"", "\"" + five + "\""));
    late.tick("2025-02-24T13:00:00Z", "2025-02-27T13:00:00Z");
    assertThat(late.alerts()).containsExactly("2025-02-28 lead 5 in 4");
  }

  @Test
  void goesOnUntilItIsPaidWhereAsked() {
    repeating(until("PAID"), "");
    answer("alert.acknowledged", "2025-02-22", idOf(7), "");
    assertThat(leads()).containsExactly(7, 5, 3, 1);
    told.pay("2025-02-24T08:00:00Z", "p1", "20");
    assertThat(leads()).isEmpty();
  }

  @Test
  void goesOnThoughItIsPaidWhereOneWantsToBeRidOfIt() {
    repeating(until("CANCELLED"), "").pay("2025-02-20T08:00:00Z", "p1", "20");
    assertThat(leads()).containsExactly(7, 5, 3, 1);
  }

  @Test
  void isToldAgainWhereItWasSnoozedUnderAnotherId() {
    told.start().tick("2025-02-20T12:00:00Z", "2025-03-01T12:00:00Z");
    String first = idOf(7);
    answer("alert.snoozed", "2025-02-22", first, ",\"until\":\"2025-02-24\"");
    assertThat(leads()).containsExactly(7, 7, 1);
    assertThat(told.expect().collection(Expected.ALERTS).values())
        .anySatisfy(
            alert ->
                assertThat(alert)
                    .containsEntry("revision", 1)
                    .containsEntry("daysLeft", 4)
                    .containsEntry("fireAt", "2025-02-24T09:00:00Z"));
  }

  @Test
  void isSilentAsLongAsItIsSnoozedAndTheLastSnoozeCounts() {
    told.start().tick("2025-02-20T12:00:00Z", "2025-03-01T12:00:00Z");
    String first = idOf(7);
    answer("alert.snoozed", "2025-02-22", first, ",\"until\":\"2025-03-03\"");
    assertThat(leads()).containsExactly(7);
    answer("alert.snoozed", "2025-02-23", first, ",\"until\":\"2025-02-27\"");
    assertThat(leads()).containsExactly(7, 1);
  }

  @Test
  void knowsNothingOfWhatWasNeverTold() {
    repeating("", "");
    answer("alert.acknowledged", "2025-02-22", "never-told", "");
    assertThat(told.alerts(RENEWAL_UPCOMING)).hasSize(4);
    assertThat(told.receipt("a2025-02-22")).isEqualTo("APPLIED");
  }
}
