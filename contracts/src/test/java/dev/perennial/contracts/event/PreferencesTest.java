package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Budget;
import dev.perennial.domain.Money;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.period.PeriodRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferencesTest {

  @Test
  void shouldReadWhereMonthsBegin() {
    assertThat(updated("{\"periodStartsOn\":{\"dayOfMonth\":28}}").periodStartsOn())
        .isEqualTo(new PeriodRule.Monthly(28));
  }

  @Test
  void shouldReadHowManyWeeksAPeriodHas() {
    assertThat(
            updated("{\"periodStartsOn\":{\"weeks\":52,\"from\":\"2026-01-05\"}}").periodStartsOn())
        .isEqualTo(new PeriodRule.Weekly(52, LocalDate.of(2026, 1, 5)));
  }

  @Test
  void shouldReadQuietHoursAcrossMidnight() {
    assertThat(updated("{\"quietHours\":{\"from\":\"22:00\",\"to\":\"07:30\"}}").quietHours())
        .isEqualTo(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)));
  }

  @Test
  void shouldReadBudgetsInOneOrder() {
    String all = "{\"amount\":{\"value\":\"90\",\"currency\":\"EUR\"}}";
    String music = budget("music", "10.00");
    String video = budget("video", "20.00");
    SubscriberUpdated updated = updated(budgets(video + "," + all + "," + music));
    assertThat(updated.budgets())
        .containsExactly(
            new Budget(null, Money.of("90", "EUR")),
            new Budget("music", Money.of("10", "EUR")),
            new Budget("video", Money.of("20", "EUR")));
    assertThat(updated).isEqualTo(updated(budgets(music + "," + video + "," + all)));
  }

  @Test
  void shouldTakeAnEmptyListForNoBudgetAtAll() {
    assertThat(updated("{\"budgets\":[]}").budgets()).isEmpty();
    assertThat(updated("{\"zone\":\"UTC\"}").budgets()).isNull();
  }

  @Test
  void shouldWriteWhatItReads() {
    String canonical =
        """
        {"zone":"UTC","locale":"de-AT","currency":"EUR",\
        "periodStartsOn":{"weeks":4,"from":"2026-01-05"},"alertTime":"08:30",\
        "quietHours":{"from":"22:00","to":"07:00"},\
        "leads":{"renewal.upcoming":[7]},"routing":{"payment.failed":["mail"]},\
        "budgets":[{"amount":{"value":"90.00","currency":"EUR"}},\
        {"category":"music","amount":{"value":"10.00","currency":"EUR"}}]}""";
    assertThat(new String(EventCodec.encodeData(updated(canonical)), UTF_8)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{} ~ field-missing ~ /weeks",
        "{\"dayOfMonth\":0} ~ number-range ~ /dayOfMonth",
        "{\"dayOfMonth\":29} ~ number-range ~ /dayOfMonth",
        "{\"dayOfMonth\":\"1\"} ~ type ~ /dayOfMonth",
        "{\"dayOfMonth\":1,\"weeks\":4} ~ field-conflict ~ ''",
        "{\"dayOfMonth\":1,\"from\":\"2026-01-05\"} ~ field-conflict ~ ''",
        "{\"weeks\":4} ~ field-missing ~ /from",
        "{\"from\":\"2026-01-05\"} ~ field-missing ~ /weeks",
        "{\"weeks\":0,\"from\":\"2026-01-05\"} ~ number-range ~ /weeks",
        "{\"weeks\":53,\"from\":\"2026-01-05\"} ~ number-range ~ /weeks",
        "{\"weeks\":4,\"from\":\"2026-02-30\"} ~ time-format ~ /from",
        "{\"months\":2} ~ field-unknown ~ ''",
        "15 ~ type ~ ''"
      })
  void shouldNameWhatIsWrongWithPeriods(String periods, String code, String pointer) {
    expect("{\"periodStartsOn\":" + periods + "}", code, "/data/periodStartsOn" + pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"from\":\"22:00\"} ~ field-missing ~ /to",
        "{\"to\":\"22:00\"} ~ field-missing ~ /from",
        "{\"from\":\"22:00\",\"to\":\"22:00\"} ~ field-conflict ~ ''",
        "{\"from\":\"22:00\",\"to\":\"24:00\"} ~ time-format ~ /to",
        "{\"from\":\"10 pm\",\"to\":\"07:00\"} ~ time-format ~ /from",
        "{\"from\":\"22:00\",\"to\":\"07:00\",\"on\":1} ~ field-unknown ~ ''",
        "[] ~ type ~ ''"
      })
  void shouldNameWhatIsWrongWithQuietHours(String hours, String code, String pointer) {
    expect("{\"quietHours\":" + hours + "}", code, "/data/quietHours" + pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"category\":\"music\"} ~ field-missing ~ /0/amount",
        "{\"amount\":{\"value\":\"0.00\",\"currency\":\"EUR\"}}"
            + " ~ number-range ~ /0/amount/value",
        "{\"amount\":{\"value\":\"-1\",\"currency\":\"EUR\"}} ~ number-range ~ /0/amount/value",
        "{\"amount\":{\"value\":\"0.001\",\"currency\":\"EUR\"}} ~ number-range ~ /0/amount/value",
        "{\"amount\":{\"value\":\"1\",\"currency\":\"EUX\"}} ~ enum ~ /0/amount/currency",
        "{\"category\":\"\",\"amount\":{\"value\":\"1\",\"currency\":\"EUR\"}}"
            + " ~ text-invalid ~ /0/category",
        "{\"period\":\"year\",\"amount\":{\"value\":\"1\",\"currency\":\"EUR\"}}"
            + " ~ field-unknown ~ /0",
        "7 ~ type ~ /0"
      })
  void shouldNameWhatIsWrongWithABudget(String budget, String code, String pointer) {
    expect(budgets(budget), code, "/data/budgets" + pointer);
  }

  @Test
  void shouldTakeOneBudgetACategoryAndOneWithout() {
    String all = "{\"amount\":{\"value\":\"90\",\"currency\":\"EUR\"}}";
    expect(budgets(all + "," + all), "field-conflict", "/data/budgets/1");
    String music = budget("music", "10");
    expect(
        budgets(music + "," + all + "," + budget("music", "20")),
        "field-conflict",
        "/data/budgets/2");
  }

  @Test
  void shouldBoundHowManyBudgetsThereAre() {
    assertThat(updated(budgets(distinct(20))).budgets()).hasSize(20);
    expect(budgets(distinct(21)), "list-too-long", "/data/budgets");
    expect("{\"budgets\":{}}", "type", "/data/budgets");
  }

  @Test
  void shouldWantDigestsWithinTheirPeriod() {
    assertThat(EventLimits.longestLead("digest.weekly")).isEqualTo(6);
    assertThat(EventLimits.longestLead("digest.monthly")).isEqualTo(28);
    assertThat(EventLimits.longestLead("renewal.upcoming")).isEqualTo(366);
  }

  private static String distinct(int budgets) {
    return IntStream.range(0, budgets)
        .mapToObj(number -> budget("c" + number, "1"))
        .collect(Collectors.joining(","));
  }

  private static String budgets(String items) {
    return "{\"budgets\":[" + items + "]}";
  }

  private static String budget(String category, String value) {
    return "{\"category\":\"%s\",\"amount\":{\"value\":\"%s\",\"currency\":\"EUR\"}}"
        .formatted(category, value);
  }

  private static SubscriberUpdated updated(String data) {
    return (SubscriberUpdated) Samples.event(Samples.of("subscriber.updated", data)).fact().data();
  }

  private static void expect(String data, String code, String pointer) {
    Violation violation =
        ((Decoding.Rejected) Samples.decode(Samples.of("subscriber.updated", data))).violation();
    assertThat(List.of(violation.code(), violation.pointer())).containsExactly(code, pointer);
  }
}
