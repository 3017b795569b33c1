package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  @Test
  void shouldReadAnEventAsItsSenderMeansIt() {
    Event event = Samples.started();
    assertThat(event.subscriber().tenantId()).isEqualTo("acme");
    assertThat(event.subscriber().subscriberId()).isEqualTo("alice");
    assertThat(event.subject()).isEqualTo("netflix");
    assertThat(event.fact().time()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
    SubscriptionStarted started = (SubscriptionStarted) event.fact().data();
    assertThat(started.facets().reminders()).isEqualTo(Reminders.at(List.of(7, 1)));
    assertThat(started.facets().price())
        .isEqualTo(new Price(Price.Kind.FIXED, Money.of("12.99", "EUR")));
  }

  @Test
  void shouldWriteCanonicalData() {
    assertThat(new String(EventCodec.encodeData(Samples.started().fact().data()), UTF_8))
        .isEqualTo(
            """
            {"name":"Netflix","vendor":"Netflix Inc.","category":"streaming",\
            "price":{"kind":"FIXED","amount":{"value":"12.99","currency":"EUR"}},\
            "billing":{"every":1,"unit":"MONTH","anchor":"2026-01-31","monthEnd":"CLAMP"},\
            "endsOn":"2027-01-01","collection":"AUTO","reminders":{"leads":[7,1]},\
            "url":"https://netflix.example","tags":["family"],"trialEnds":"2026-02-14"}\
            """);
  }

  @Test
  void shouldFillInDefaults() {
    SubscriptionStarted started =
        (SubscriptionStarted)
            Samples.event(
                    Samples.STARTED
                        .replace(",\"monthEnd\":\"CLAMP\"", "")
                        .replace("\"collection\":\"AUTO\",", ""))
                .fact()
                .data();
    assertThat(started.facets().collection()).isEqualTo(CollectionMode.AUTO);
    assertThat(started.facets().billing()).extracting("monthEnd").isEqualTo(MonthEnd.CLAMP);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "10:00:00Z ~ 11:00:00+01:00",
        "\"12.99\" ~ \"12.990\"",
        "[7,1] ~ [1,7,1]",
        "\"collection\":\"AUTO\", ~ ``",
        "\"specversion\" ~ \"traceparent\":\"00-1\",\"specversion\"",
        "\"specversion\" ~ \"tenantid\":\"another\",\"specversion\"",
        "\"specversion\" ~ \"dataschema\":null,\"specversion\""
      })
  void shouldGiveEqualContentEqualDigests(String part, String otherSpelling) {
    String other = otherSpelling.equals("``") ? "" : otherSpelling;
    assertThat(Samples.event(Samples.STARTED.replace(part, other))).isEqualTo(Samples.started());
  }

  @ParameterizedTest
  @CsvSource({
    "12.99, 12.98",
    "netflix\", hulu\"",
    "alice, bob",
    "10:00:00Z, 10:00:01Z",
    "family, families"
  })
  void shouldGiveOtherContentAnotherDigest(String part, String other) {
    assertThat(Samples.event(Samples.STARTED.replace(part, other)).fact().digest())
        .hasSize(32)
        .isNotEqualTo(Samples.started().fact().digest());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "\"1.0\" ~ \"1.1\" ~ schema-version ~ /specversion",
        "\"specversion\":\"1.0\", ~ ~ field-missing ~ /specversion",
        "\"specversion\" ~ \"dataschema\":\"/v2\",\"specversion\" ~ schema-version ~ /dataschema",
        "application/json ~ text/xml ~ enum ~ /datacontenttype",
        "\"evt-1\" ~ {\"$gt\":\"\"} ~ type ~ /id",
        "\"evt-1\" ~ 7 ~ type ~ /id",
        "\"evt-1\" ~ null ~ field-missing ~ /id",
        "evt-1 ~ a\\u0000b ~ id-invalid ~ /id",
        "evt-1 ~ a\\u202eb ~ id-invalid ~ /id",
        "evt-1 ~ a\\nb ~ id-invalid ~ /id",
        "\"evt-1\" ~ \" \" ~ id-invalid ~ /id",
        "\"/billing\" ~ \"a b\" ~ id-invalid ~ /source",
        "subscription.started ~ subscription.lost ~ event-type-unknown ~ /type",
        "2026-01-05T10:00:00Z ~ 2026-01-05T10:00:00 ~ time-format ~ /time",
        "2026-01-05T10:00:00Z ~ 2026-02-30T10:00:00Z ~ time-format ~ /time",
        "2026-01-05T10:00:00Z ~ 1969-12-31T23:59:59Z ~ time-range ~ /time",
        "\"alice\" ~ \"a@b\" ~ id-invalid ~ /subscriberid",
        "\"subject\":\"netflix\", ~ ~ field-missing ~ /subject",
        "\"data\": ~ \"data_base64\":\"e30=\",\"data\": ~ field-unknown ~ /data_base64",
        "\"name\":\"Netflix\" ~ \"nom\":\"Netflix\" ~ field-unknown ~ /data",
        "\"name\":\"Netflix\", ~ ~ field-missing ~ /data/name",
        "\"Netflix\" ~ \"\" ~ text-invalid ~ /data/name",
        "\"Netflix\" ~ \"a\\tb\" ~ text-invalid ~ /data/name",
        "\"Netflix\" ~ null ~ type ~ /data/name",
        "\"every\":1 ~ \"every\":\"1\" ~ type ~ /data/billing/every",
        "\"every\":1 ~ \"every\":1.0 ~ type ~ /data/billing/every",
        "\"every\":1 ~ \"every\":0 ~ number-range ~ /data/billing/every",
        "\"every\":1 ~ \"every\":99999999999 ~ number-range ~ /data/billing/every",
        "\"MONTH\" ~ \"FORTNIGHT\" ~ enum ~ /data/billing/unit",
        "2026-01-31 ~ 2026-02-30 ~ time-format ~ /data/billing/anchor",
        "2026-01-31 ~ 2201-01-01 ~ time-range ~ /data/billing/anchor",
        "\"12.99\" ~ \"-0.01\" ~ number-range ~ /data/price/amount/value",
        "\"12.99\" ~ \"-0\" ~ number-range ~ /data/price/amount/value",
        "\"12.99\" ~ \"12.999\" ~ number-range ~ /data/price/amount/value",
        "\"12.99\" ~ \"1000000000000000\" ~ number-range ~ /data/price/amount/value",
        "\"12.99\" ~ \"1e3\" ~ number-format ~ /data/price/amount/value",
        "\"12.99\" ~ 12.99 ~ type ~ /data/price/amount/value",
        "\"EUR\" ~ \"EUX\" ~ enum ~ /data/price/amount/currency",
        "[7,1] ~ [367] ~ number-range ~ /data/reminders/leads/0",
        "[7,1] ~ [1,2,3,4,5,6,7,8,9,10,11] ~ list-too-long ~ /data/reminders/leads",
        "[7,1] ~ 7 ~ type ~ /data/reminders/leads",
        "{\"leads\":[7,1]} ~ {} ~ field-missing ~ /data/reminders",
        "\"leads\":[7,1] ~ \"repeat\":{\"every\":0,\"most\":1}"
            + " ~ number-range ~ /data/reminders/repeat/every",
        "\"leads\":[7,1] ~ \"repeat\":{\"every\":91,\"most\":1}"
            + " ~ number-range ~ /data/reminders/repeat/every",
        "\"leads\":[7,1] ~ \"repeat\":{\"every\":90,\"most\":0}"
            + " ~ number-range ~ /data/reminders/repeat/most",
        "\"leads\":[7,1] ~ \"repeat\":{\"every\":90,\"most\":11}"
            + " ~ number-range ~ /data/reminders/repeat/most",
        "\"leads\":[7,1] ~ \"repeat\":{\"every\":1,\"most\":1,\"until\":\"BORED\"}"
            + " ~ enum ~ /data/reminders/repeat/until",
        "\"leads\":[7,1] ~ \"repeat\":{\"most\":1} ~ field-missing ~ /data/reminders/repeat/every",
        "\"url\" ~ \"share\":{\"part\":1,\"of\":1001},\"url\" ~ number-range ~ /data/share/of",
        "\"url\" ~ \"share\":{\"part\":1,\"of\":0},\"url\" ~ number-range ~ /data/share/of",
        "\"url\" ~ \"share\":{\"part\":3,\"of\":2},\"url\" ~ number-range ~ /data/share/part",
        "\"url\" ~ \"share\":{\"part\":0,\"of\":2},\"url\" ~ number-range ~ /data/share/part",
        "\"url\" ~ \"share\":{\"part\":1},\"url\" ~ field-missing ~ /data/share/of",
        "https: ~ javascript: ~ url-invalid ~ /data/url",
        "https://netflix.example ~ https:// ~ url-invalid ~ /data/url",
        "[\"family\"] ~ [7] ~ type ~ /data/tags/0"
      })
  void shouldNameWhatIsWrongAndWhere(String part, String spoilt, String code, String pointer) {
    assertThat(Samples.STARTED).contains(part);
    expect(Samples.STARTED.replace(part, spoilt == null ? "" : spoilt), code, pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "subscription.changed ~ {} ~ field-missing ~ /data",
        "subscription.changed ~ {\"effectiveOn\":\"2026-01-01\"} ~ field-missing ~ /data",
        "subscription.changed ~ {\"trialEnds\":\"2026-01-01\"} ~ field-unknown ~ /data",
        "subscription.changed ~ {\"withdraws\":\"e\",\"name\":\"n\"} ~ field-conflict ~ /data",
        "subscription.changed ~ {\"withdraws\":7} ~ type ~ /data/withdraws",
        "subscription.changed ~ {\"occurrences\":0} ~ number-range ~ /data/occurrences",
        "subscription.changed ~ {\"occurrences\":10001} ~ number-range ~ /data/occurrences",
        "subscription.changed ~ {\"notice\":{\"every\":3}} ~ field-missing ~ /data/notice/unit",
        "subscription.changed ~ {\"notice\":{\"every\":1001,\"unit\":\"DAY\"}}"
            + " ~ number-range ~ /data/notice/every",
        "subscription.changed ~ {\"notice\":{\"every\":3,\"unit\":\"MOON\"}}"
            + " ~ enum ~ /data/notice/unit",
        "subscription.resumed ~ {\"anchor\":\"LATER\"} ~ enum ~ /data/anchor",
        "charge.announced ~ {\"dueOn\":\"2026-01-31\"} ~ field-missing ~ /data/amount",
        "charge.announced ~ {\"amount\":{\"value\":\"1\",\"currency\":\"EUR\"}}"
            + " ~ field-missing ~ /data/dueOn",
        "payment.corrected ~ {\"paymentId\":\"p\"} ~ field-missing ~ /data/amount",
        "payment.voided ~ {\"paymentId\":\"p\",\"amount\":7} ~ field-unknown ~ /data",
        "subscription.cancelled ~ {\"effectiveOn\":\"2026-01-01\",\"atPeriodEnd\":true}"
            + " ~ field-conflict ~ /data",
        "subscription.cancelled ~ {\"atPeriodEnd\":\"true\"} ~ type ~ /data/atPeriodEnd",
        "subscription.reactivated ~ [] ~ type ~ /data",
        "payment.succeeded ~ {\"paymentId\":\"p\"} ~ field-missing ~ /data/amount",
        "subscription.deleted ~ {\"reason\":\"r\"} ~ field-unknown ~ /data",
        "subscriber.deleted ~ {\"reason\":\"r\"} ~ field-unknown ~ /data",
        "subscriber.deleted ~ null ~ type ~ /data",
        "alert.acknowledged ~ {} ~ field-missing ~ /data/alertId",
        "alert.acknowledged ~ {\"alertId\":\"bob\"} ~ field-conflict ~ /subject",
        "alert.snoozed ~ {\"alertId\":\"alice\"} ~ field-missing ~ /data/until",
        "alert.snoozed ~ {\"alertId\":\"bob\",\"until\":\"2026-01-09\"}"
            + " ~ field-conflict ~ /subject",
        "alert.snoozed ~ {\"alertId\":\"alice\",\"until\":\"soon\"}"
            + " ~ time-format ~ /data/until",
        "subscriber.updated ~ {} ~ field-missing ~ /data",
        "subscriber.updated ~ {\"zone\":\"Mars/Base\"} ~ enum ~ /data/zone",
        "subscriber.updated ~ {\"locale\":\"d_\"} ~ enum ~ /data/locale",
        "subscriber.updated ~ {\"alertTime\":\"24:00\"} ~ time-format ~ /data/alertTime",
        "subscriber.updated ~ {\"leads\":{\"moon.full\":[1]}} ~ enum ~ /data/leads",
        "subscriber.updated ~ {\"leads\":{\"payment.failed\":[1]}} ~ enum ~ /data/leads",
        "subscriber.updated ~ {\"routing\":{\"renewal.upcoming\":[\"\"]}}"
            + " ~ id-invalid ~ /data/routing/renewal.upcoming/0"
      })
  void shouldHoldEachTypeToItsData(String type, String data, String code, String pointer) {
    expect(Samples.of(type, data), code, pointer);
  }

  @Test
  void shouldHoldTextsToTheirLengthInCodePoints() {
    String smile = "\ud83d\ude00";
    String most = Samples.STARTED.replace("evt-1", smile.repeat(128));
    assertThat(Samples.event(most).fact().id().id()).isEqualTo(smile.repeat(128));
    expect(Samples.STARTED.replace("evt-1", smile.repeat(129)), "id-invalid", "/id");
    expect(
        Samples.STARTED.replace("\"Netflix\"", "\"" + "n".repeat(201) + "\""),
        "text-invalid",
        "/data/name");
  }

  @Test
  void shouldReadPreferences() {
    Event event =
        Samples.event(
            Samples.of(
                "subscriber.updated",
                """
                {"zone":"Pacific/Auckland","locale":"en-NZ","currency":"NZD","alertTime":"08:30",
                 "leads":{"renewal.upcoming":[1,14]},"routing":{"renewal.upcoming":["dest-1"]}}\
                """));
    SubscriberUpdated updated = (SubscriberUpdated) event.fact().data();
    assertThat(updated.leads()).isEqualTo(Map.of("renewal.upcoming", List.of(14, 1)));
    assertThat(updated.routing()).isEqualTo(Map.of("renewal.upcoming", List.of("dest-1")));
    assertThat(updated.alertTime()).hasToString("08:30");
  }

  @Test
  void shouldHoldAnAlertsIdToItsLength() {
    String most = "a".repeat(64);
    Event event = Samples.event(acknowledged(most));
    assertThat(event.subject()).isEqualTo(most);
    assertThat(event.fact().data()).isEqualTo(new AlertAcknowledged(most));
    expect(acknowledged("a".repeat(65)), "id-invalid", "/data/alertId");
  }

  private static String acknowledged(String alertId) {
    return Samples.of("alert.acknowledged", "{\"alertId\":\"" + alertId + "\"}")
        .replace("\"subject\":\"alice\"", "\"subject\":\"" + alertId + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"subscription.reactivated", "subscription.deleted", "subscriber.deleted"})
  void shouldTakeNoDataForAnEmptyObjectWhereThereIsNothingToSay(String type) {
    String spelled = Samples.of(type, "{}");
    assertThat(Samples.event(spelled.replace(",\"data\":{}", "")))
        .isEqualTo(Samples.event(spelled));
  }

  @Test
  void shouldRepeatUntilAcknowledgedByDefault() {
    String repeat = "\"leads\":[7,1],\"repeat\":{\"every\":2,\"most\":3}";
    SubscriptionStarted started =
        (SubscriptionStarted)
            Samples.event(Samples.STARTED.replace("\"leads\":[7,1]", repeat)).fact().data();
    assertThat(new String(EventCodec.encodeData(started), UTF_8))
        .contains(
            "{\"leads\":[7,1],\"repeat\":{\"every\":2,\"most\":3,\"until\":\"ACKNOWLEDGED\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {"subscriber.updated ~ {\"zone\":\"UTC\"}", "subscriber.deleted ~ {}"})
  void shouldWantTheSubscriberAsSubjectOfItsOwnEvents(String type, String data) {
    String other = Samples.of(type, data);
    expect(
        other.replace("\"subject\":\"alice\"", "\"subject\":\"bob\""),
        "field-conflict",
        "/subject");
  }

  @Test
  void shouldRejectARootThatIsNoObject() {
    expect("null", "type", "");
    expect("[]", "type", "");
  }

  private static void expect(String json, String code, String pointer) {
    Violation violation = ((Decoding.Rejected) Samples.decode(json)).violation();
    assertThat(List.of(violation.code(), violation.pointer())).containsExactly(code, pointer);
  }
}
