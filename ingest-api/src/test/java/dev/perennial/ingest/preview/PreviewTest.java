package dev.perennial.ingest.preview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.Service;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Nothing is posted, so no broker is there. */
@WithBackends(Backend.MONGODB)
class PreviewTest {

  private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

  /** The day behind the one on which the events of these tests happened. */
  private static final LocalDate TODAY =
      LocalDate.ofInstant(Instant.parse(Events.TIME), ZoneOffset.UTC).plusDays(1);

  private static final LocalDate FIRST_DUE = TODAY.plusDays(10);
  private static final String FROM_TODAY = "?at=" + TODAY + "T00:00:00Z";

  private static Service service;

  @BeforeAll
  static void start(Backends backends) {
    service =
        Service.start(
            "127.0.0.1:" + FreePorts.next(),
            backends.mongodb().uri(),
            "perennial.ingest.preview.most-lines=2000");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void aSubscriptionsOccurrencesAlertsAndTotalsAreTold() {
    JsonNode answer =
        previewed(
            FROM_TODAY + "&days=30", Events.batch(zone(), started("s"), Events.paid("p", "alice")));

    assertThat(answer.path("until").stringValue()).isEqualTo(TODAY.plusDays(30) + "T00:00:00Z");
    JsonNode netflix = answer.path("subscriptions").path(0);
    assertThat(netflix.path("subscriberId").stringValue()).isEqualTo("alice");
    assertThat(netflix.path("subscriptionId").stringValue()).isEqualTo("netflix");
    assertThat(netflix.path("status").stringValue()).isEqualTo("ACTIVE");
    assertThat(netflix.path("name").stringValue()).isEqualTo("Netflix");
    assertThat(netflix.path("occurrences").toString())
        .isEqualTo(
            "[{\"dueOn\":\"%s\",\"amount\":{\"value\":\"12.99\",\"currency\":\"EUR\"}}]"
                .formatted(FIRST_DUE));
    assertThat(answer.path("due").toString()).isEqualTo(total(YearMonth.from(FIRST_DUE)));
    assertThat(answer.path("paid").toString())
        .isEqualTo(total(YearMonth.from(Instant.parse(Events.TIME).atZone(VIENNA))));
  }

  @Test
  void anAlertHasItsInstantItsLocalTimeAndItsRule() {
    JsonNode answer = previewed(FROM_TODAY + "&days=20", Events.batch(zone(), started("s")));

    LocalDateTime local = FIRST_DUE.minusDays(7).atTime(9, 0);
    String instant = local.atZone(VIENNA).toInstant().toString();
    JsonNode alert = renewal(answer, 7);
    assertThat(alert.path("at").stringValue()).isEqualTo(instant);
    assertThat(alert.path("local").stringValue()).isEqualTo(local + ":00");
    assertThat(alert.path("zone").stringValue()).isEqualTo("Europe/Vienna");
    assertThat(alert.path("dueOn").stringValue()).isEqualTo(FIRST_DUE.toString());
    assertThat(alert.path("firesAt").stringValue()).isEqualTo(instant);
    assertThat(alert.path("daysLeft").intValue()).isEqualTo(7);
    assertThat(alert.path("amount").path("value").stringValue()).isEqualTo("12.99");
    assertThat(renewal(answer, 1).path("local").stringValue())
        .isEqualTo(FIRST_DUE.minusDays(1) + "T09:00:00");
  }

  @Test
  void itLooksThirteenMonthsAheadUnlessToldOtherwise() {
    JsonNode answer = previewed(FROM_TODAY, started("s"));

    assertThat(answer.path("until").stringValue()).isEqualTo(TODAY.plusMonths(13) + "T00:00:00Z");
    assertThat(answer.path("subscriptions").path(0).path("occurrences").size()).isEqualTo(13);
  }

  @Test
  void eachEventHasItsVerdict() {
    String bad = Events.started("bad").replace("12.99", "-1");
    String earlier =
        Events.started("same").replace(Events.TIME, minutesBefore(5)).replace("netflix", "disney");

    JsonNode answer =
        previewed(
            "?days=5",
            Events.batch(
                Events.started("s"),
                bad,
                Events.paid("p", "bob"),
                Events.tenant("t"),
                earlier,
                zone()));

    JsonNode events = answer.path("events");
    assertThat(events.findValuesAsString("status"))
        .containsExactly("applied", "rejected", "waiting", "not-previewed", "applied", "applied");
    assertThat(events.path(1).path("code").stringValue()).isEqualTo("number-range");
    assertThat(events.path(1).path("pointer").stringValue()).isEqualTo("/data/price/amount/value");
    assertThat(events.path(2).path("type").stringValue()).isEqualTo("payment.succeeded");
    assertThat(answer.path("subscriptions").findValuesAsString("status"))
        .containsExactly("ACTIVE", "ACTIVE", "WAITING");
  }

  @Test
  void whatADeletionErasesIsSuperseded() {
    String deletion =
        """
        {"specversion":"1.0","id":"d","source":"/billing","type":"subscriber.deleted",
         "time":"%s","subject":"alice","subscriberid":"alice","data":{}}
        """
            .formatted(Events.TIME);

    JsonNode answer = previewed("?days=5", Events.batch(Events.started("s"), zone(), deletion));

    assertThat(answer.path("events").findValuesAsString("status"))
        .containsExactly("superseded", "superseded", "applied");
    assertThat(answer.path("subscriptions").size()).isZero();
  }

  @Test
  void eventsThatShareAnIdAndDifferAreRejectedAsTheyWouldBeWhenPosted() {
    JsonNode answer =
        previewed(
            "?days=5",
            Events.batch(Events.started("x"), Events.started("x").replace("12.99", "13.99")));

    assertThat(answer.path("events").findValuesAsString("code"))
        .containsExactly("id-conflict", "id-conflict");
  }

  @Test
  void whatWouldSayTooMuchIsRefused() {
    String daily = Events.started("s").replace("MONTH", "DAY");
    String[] many =
        IntStream.range(0, 10)
            .mapToObj(
                n ->
                    daily
                        .replace("\"s\"", "\"s" + n + "\"")
                        .replace("\"netflix\"", "\"n" + n + "\""))
            .toArray(String[]::new);

    HttpResponse<String> response = preview("?days=400", Events.batch(many));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(code(response)).isEqualTo("preview-too-large");
  }

  @Test
  void historyNeedsItsOwnScope() {
    String old = Events.started("s").replace(Events.TIME, "2020-01-05T10:00:00Z");
    String importer = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);

    assertThat(code(previewed("", old).path("events").path(0))).isEqualTo("time-too-old");
    assertThat(preview("?mode=backfill", old).statusCode()).isEqualTo(403);
    HttpResponse<String> imported =
        service.postWith(importer, "/v1/preview?mode=backfill", Events.STRUCTURED, old);
    assertThat(Service.json(imported).path("events").path(0).path("status").stringValue())
        .isEqualTo("applied");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "no number, ?days=many",
    "no days, ?days=0",
    "too many days, ?days=401",
    "more than a number holds, ?days=99999999999",
    "empty, ?days=",
    "no moment, ?at=tomorrow",
    "no zone, ?at=2026-11-24T00:00:00",
    "far ahead, ?at=9999-01-01T00:00:00Z",
    "at the end of time, ?at=%2B1000000000-12-31T23:59:59Z",
    "long ago, ?at=0001-01-01T00:00:00Z",
    "another mode, ?mode=sesame"
  })
  void aParameterThatCannotBeIsRefused(String name, String query) {
    HttpResponse<String> response = preview(query, Events.started("s"));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(code(response)).isEqualTo("parameter-invalid");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing, '', 400, body-missing",
    "no JSON, sesame, 400, json-malformed",
    "a number, 7, 422, type",
    "no events, [], 422, batch-empty"
  })
  void aBodyThatCannotBeIsRefused(String name, String body, int status, String code) {
    HttpResponse<String> response = service.post("/v1/preview", "application/json", body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(code(response)).isEqualTo(code);
  }

  @Test
  void aBatchHasAtMostAThousandEvents() {
    String body =
        Events.batch(IntStream.range(0, 1_001).mapToObj(n -> "{}").toArray(String[]::new));

    assertThat(preview("", body).statusCode()).isEqualTo(413);
    assertThat(service.post("/v1/preview", "text/plain", body).statusCode()).isEqualTo(415);
  }

  private static String started(String id) {
    return Events.started(id).replace("2026-01-31", FIRST_DUE.toString());
  }

  private static String total(YearMonth month) {
    return """
        [{"subscriberId":"alice","month":"%s","category":"streaming",\
        "amount":{"value":"12.99","currency":"EUR"}}]"""
        .formatted(month);
  }

  private static String zone() {
    return """
        {"specversion":"1.0","id":"z","source":"/app","type":"subscriber.updated",
         "time":"%s","subject":"alice","subscriberid":"alice","data":{"zone":"Europe/Vienna"}}
        """
        .formatted(minutesBefore(1));
  }

  private static String minutesBefore(int minutes) {
    return Instant.parse(Events.TIME).minus(minutes, ChronoUnit.MINUTES).toString();
  }

  private static JsonNode renewal(JsonNode answer, int lead) {
    return answer
        .path("subscriptions")
        .path(0)
        .path("alerts")
        .valueStream()
        .filter(alert -> alert.path("type").stringValue().equals("renewal.upcoming"))
        .filter(alert -> alert.path("lead").intValue() == lead)
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode previewed(String query, String body) {
    HttpResponse<String> response = preview(query, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Service.json(response);
  }

  private static HttpResponse<String> preview(String query, String body) {
    return service.post("/v1/preview" + query, "application/json", body);
  }

  private static String code(HttpResponse<String> response) {
    return code(Service.json(response));
  }

  private static String code(JsonNode json) {
    return json.path("code").stringValue();
  }
}
