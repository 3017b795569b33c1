package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActualTest {

  private static final Saying SAYING = Saying.of("Gym", 1, new BigDecimal("1234.50"), "de-AT");

  @Test
  void readsTypesFromExtendedJson() {
    String json =
        """
        {"_id":"a","n":{"$numberLong":"7"},"i":{"$numberInt":"3"},"day":5,"t":true,
         "d":{"$date":{"$numberLong":"0"}},"iso":{"$date":"2026-01-05T10:00:00Z"},
         "l":[{"amount":{"$numberDecimal":"1.50"}}]}""";
    assertThat(ExtendedJson.document(json))
        .containsEntry("n", 7L)
        .containsEntry("i", 3)
        .containsEntry("day", 5)
        .containsEntry("t", true)
        .containsEntry("d", Instant.EPOCH)
        .containsEntry("iso", Instant.parse("2026-01-05T10:00:00Z"))
        .containsEntry("l", List.of(Map.of("amount", new BigDecimal("1.50"))));
  }

  @Test
  void keepsWhatIsErasedApart() {
    Actual actual =
        new Actual()
            .documents("payments", List.of(Map.of("_id", "p", "erased", true)))
            .redisTotals(Map.of("t", "{\"_id\":\"t\",\"erased\":true}"));
    assertThat(actual.collections().get("payments")).isEmpty();
    assertThat(actual.collections().get(Expected.erased("payments"))).containsOnlyKeys("p");
    assertThat(actual.collections().get(Expected.REDIS_TOTALS)).isEmpty();
  }

  @Test
  void showsASecondMailAboutOneAlertAsOneTooMany() {
    Expected expected = expecting(SAYING);
    Mail mail = mail("Gym verlängert sich morgen: 1.234,50 EUR am Di 24. Nov. 2026");
    assertThat(Comparison.of(expected, new Actual().mails(List.of(mail))).differences()).isEmpty();
    assertThat(Comparison.of(expected, new Actual().mails(List.of(mail, mail))).differences())
        .singleElement()
        .asString()
        .contains("copy 2", "extra");
  }

  @Test
  void showsAMailThatSaysSomethingElse() {
    Mail wrong = mail("Gym verlängert sich heute: 1.234,50 EUR");
    assertThat(Comparison.of(expecting(SAYING), new Actual().mails(List.of(wrong))).differences())
        .hasSize(2);
  }

  @Test
  void countsDaysInTheLanguagesOfTheMails() {
    BigDecimal amount = new BigDecimal("9.99");
    assertThat(Saying.of("A", 7, amount, "en-US").test("A renews in 7 days: USD 9.99")).isTrue();
    assertThat(Saying.of("A", 0, amount, "fr").test("A … aujourd'hui : 9,99")).isTrue();
    assertThat(Saying.of("A", 3, amount, "ja-JP").test("Aは3日後に 9.99")).isTrue();
    assertThat(Saying.of("A", 7, amount, null).test("A renews in 6 days: 9.99")).isFalse();
    assertThat(Saying.of("A", 7, amount, "it-IT").test("A renews in 7 days: 9.98")).isFalse();
    assertThat(Saying.of("A", 7, amount, "it-IT").test(3)).isFalse();
  }

  @Test
  void takesAlertsAsTheyAreOnTheTopic() {
    Actual actual =
        new Actual()
            .raisedAlerts(List.of("{\"id\":\"a\",\"lead\":7}"))
            .voidedAlerts(List.of("{\"id\":\"a\"}"));
    assertThat(actual.collections())
        .containsEntry(Expected.ALERTS, Map.of("a", Map.of("id", "a", "lead", 7)))
        .containsEntry(Expected.VOIDED_ALERTS, Map.of("a", Map.of("id", "a")));
  }

  @Test
  void comparesOnlyWhatItIsAskedTo() {
    assertThat(Comparison.of(expecting(SAYING).without(Expected.MAILS), new Actual()).isEqual())
        .isTrue();
  }

  private static Expected expecting(Saying saying) {
    Map<String, Object> mail = Map.of("to", "a@example.org", "subject", saying, "text", saying);
    return new Expected(Map.of(Expected.MAILS, Map.of("alert|a@example.org", mail)));
  }

  private static Mail mail(String says) {
    return new Mail("alert", "a@example.org", says, says);
  }
}
