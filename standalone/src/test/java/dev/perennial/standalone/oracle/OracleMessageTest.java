package dev.perennial.standalone.oracle;

import static dev.perennial.standalone.oracle.Told.MONTH_BEFORE;
import static dev.perennial.standalone.oracle.Told.date;
import static dev.perennial.standalone.oracle.Told.euros;
import static dev.perennial.standalone.oracle.Told.price;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Under which id alerts are raised, where they go, and what their mails say. */
@NullUnmarked // a missing delivery fails the test, which is its purpose
class OracleMessageTest {

  private final Told told = new Told();

  private List<Map<String, Object>> deliveries() {
    return List.copyOf(told.expect().collection(Expected.DELIVERIES).values());
  }

  private Saying subject() {
    return (Saying) deliveries().getFirst().get("title");
  }

  /** Computed with sha256sum over length:part for each part. */
  @Test
  void isKnownByWhatItIsAboutAndAFailureByItsPayment() {
    told.start(",\"trialEnds\":\"2025-02-10\"").on("2025-02-09");
    // 1:t5:alice12:trial.ending3:gym10:2025-02-101:11:0
    assertThat(told.alert(AlertType.TRIAL_ENDING))
        .containsEntry("id", "bcc05d55ea0d5addfb87167b13fd994e");
    told.fail("2025-02-08T10:00:00Z", "p1", "20");
    // 1:t5:alice14:payment.failed3:gym10:2025-02-081:01:02:p1
    assertThat(told.alert(AlertType.PAYMENT_FAILED))
        .containsEntry("id", "93f40043312adf0ef6dd0696a6aa0d84");
    told.add("subscription.deleted", "2025-01-10T00:00:00Z", "");
    // 1:t5:alice14:payment.failed3:gym10:2025-02-081:01:02:p120:2025-01-10T00:00:00Z
    assertThat(told.alert(AlertType.PAYMENT_FAILED))
        .containsEntry("id", "7aba1bedaa1ad4a228052c05febd230c");
    // 1:t5:alice12:trial.ending3:gym10:2025-02-101:11:00:20:2025-01-10T00:00:00Z
    assertThat(told.alert(AlertType.TRIAL_ENDING))
        .containsEntry("id", "dfd211f918794f8858665ec23a409376");
  }

  @Test
  void goesWhereItsTypeIsRouted() {
    told.prefer("\"routing\":{\"trial.ending\":[\"work\"],\"renewal.upcoming\":[\"home\"]}");
    told.start(",\"trialEnds\":\"2025-02-10\"").destination("home").destination("work");
    told.on("2025-02-09");
    assertThat(deliveries())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("destinationId", "work")
                    .containsEntry("alertType", "trial.ending")
                    .containsEntry("dueOn", date("2025-02-10"))
                    .containsEntry("amount", euros("20.00")));
    assertThat(told.alert(AlertType.TRIAL_ENDING)).containsEntry("routing", List.of("work"));
    told.fail("2025-02-08T10:00:00Z", "p1", "20");
    assertThat(told.alert(AlertType.PAYMENT_FAILED)).doesNotContainKey("routing");
    assertThat(told.expect().collection(Expected.MAILS)).hasSize(3);
  }

  @Test
  void saysTheDaysThatAreLeftOfATrialAndOfADeadline() {
    told.start(",\"trialEnds\":\"2025-02-10\"");
    assertThat(told.on("2025-02-08").expect().collection(Expected.ALERTS)).hasSize(1);
    assertThat(subject()).isEqualTo(new Saying("Gym", "in 2 days", "2000"));
    told.prefer("\"locale\":\"de-AT\"");
    assertThat(subject()).isEqualTo(new Saying("Gym", "in 2 Tagen", "2000"));
    told.on("2025-02-09");
    assertThat(subject()).isEqualTo(new Saying("Gym", "", "2000"));
    Told deadline = new Told().start(MONTH_BEFORE).prefer("\"leads\":{\"renewal.upcoming\":[]}");
    Map<String, Object> row =
        deadline
            .on("2025-02-24")
            .expect()
            .collection(Expected.DELIVERIES)
            .values()
            .iterator()
            .next();
    assertThat(row).containsEntry("title", new Saying("Gym", "4 days", "2000"));
  }

  @Test
  void saysNoDaysOfWhatHasNone() {
    told.prefer("\"leads\":{\"renewal.upcoming\":[]}").start();
    told.change("2025-02-10", price("FIXED", "30") + ",\"effectiveOn\":\"2025-02-20\"");
    told.on("2025-02-15");
    assertThat(subject()).isEqualTo(new Saying("Gym", "", "3000"));
    assertThat(subject().test("The price of Gym rises to € 30,00")).isTrue();
    assertThat(subject().test("The price of Gym rises")).isFalse();
  }

  @Test
  void asksForTheDaysOfARenewalInSubjectAndText() {
    told.start().destination("home").on("2025-02-27");
    Map<String, Object> mail = told.expect().collection(Expected.MAILS).values().iterator().next();
    Saying tomorrow = new Saying("Gym", "tomorrow", "2000");
    assertThat(mail).containsEntry("subject", tomorrow).containsEntry("text", tomorrow);
  }
}
