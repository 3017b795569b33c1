package dev.perennial.standalone.sample;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request that ingest must turn away whole.
 *
 * @param what it is, in words
 * @param query of the address, without its question mark; empty for none
 * @param body one character stands for one byte, so that a body need not be valid UTF-8
 * @param status the HTTP status it must get
 * @param code the problem's code
 */
public record Refusal(
    String what, String query, String contentType, String body, int status, String code) {

  private static final String SINGLE = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String SOUND_DATA =
      """
      {"paymentId":"bad-1","amount":{"value":"5.00","currency":"EUR"}}""";

  public Refusal {
    requireNonNull(what, "what");
    requireNonNull(code, "code");
  }

  /** One that is posted as every event is. */
  public Refusal(String what, String contentType, String body, int status, String code) {
    this(what, "", contentType, body, status, code);
  }

  /** What tells it from others. */
  public String text() {
    return String.join("\n", query, contentType, body);
  }

  static List<Refusal> all(Instant at) {
    List<Refusal> refusals = new ArrayList<>(syntactic(at));
    refusals.addAll(ofEnvelopes(at));
    refusals.addAll(ofTimes(at));
    refusals.addAll(ofData(at));
    refusals.addAll(ofAgreements(at));
    refusals.addAll(ofSharesAndReminders(at));
    refusals.addAll(ofReplies(at));
    refusals.addAll(ofAnnouncements(at));
    refusals.addAll(ofPreferences(at));
    refusals.addAll(ofReferenceData(at));
    refusals.addAll(ofBatches(at));
    return List.copyOf(refusals);
  }

  private static List<Refusal> syntactic(Instant at) {
    String sound = event(at, SOUND_DATA);
    return List.of(
        single("an empty body", "", 400, "body-missing"),
        single("truncated JSON", sound.substring(0, 80), 400, "json-malformed"),
        single("a second document", sound + " {}", 400, "json-trailing"),
        single("a key twice", "{\"id\":\"a\",\"id\":\"b\"}", 400, "json-duplicate-key"),
        single(
            "nesting without end", "[".repeat(10_000) + "]".repeat(10_000), 400, "json-too-deep"),
        single("invalid UTF-8", sound.replace("bad-1", "bad-\u00ff"), 400, "encoding"),
        single("a scalar", "42", 422, "type"),
        new Refusal("plain text", "text/plain", sound, 415, "media-type"));
  }

  private static List<Refusal> ofEnvelopes(Instant at) {
    String sound = event(at, SOUND_DATA);
    return List.of(
        single(
            "a control character in an id",
            sound.replace("evt-bad", "evt-\\u0007"),
            422,
            "id-invalid"),
        single("an address as id", sound.replace("anna", "anna@example.org"), 422, "id-invalid"),
        single("an operator as id", sound.replace("\"evt-bad\"", "{\"$gt\":\"\"}"), 422, "type"),
        single(
            "no subscriber", sound.replace("\"subscriberid\":\"anna\",", ""), 422, "field-missing"),
        single(
            "a type nobody knows", sound.replace("succeeded", "dreamt"), 422, "event-type-unknown"),
        single("an old CloudEvents", sound.replace("\"1.0\"", "\"0.3\""), 422, "schema-version"));
  }

  private static List<Refusal> ofTimes(Instant at) {
    String sound = event(at, SOUND_DATA);
    String time = at.minus(Duration.ofDays(1)).toString();
    String ahead = sound.replace(time, at.plus(Duration.ofDays(400)).toString());
    String old = sound.replace(time, at.minus(Duration.ofDays(400)).toString());
    return List.of(
        single(
            "a time without zone", sound.replace(time, time.replace("Z", "")), 422, "time-format"),
        single("a time that lies ahead", ahead, 422, "time-future"),
        asked("history that lies ahead", "mode=backfill", ahead, 422, "time-future"),
        single("history as news", old, 422, "time-too-old"),
        asked("a mode that is none", "mode=dream", sound, 400, "parameter-invalid"));
  }

  private static Refusal asked(String what, String query, String body, int status, String code) {
    return new Refusal(what, query, SINGLE, body, status, code);
  }

  private static List<Refusal> ofData(Instant at) {
    return List.of(
        data(at, "an unknown field", "\"bad-1\",", "\"bad-1\",\"tip\":\"1\",", "field-unknown"),
        data(
            at,
            "no amount",
            ",\"amount\":{\"value\":\"5.00\",\"currency\":\"EUR\"}",
            "",
            "field-missing"),
        data(at, "a number for a decimal", "\"5.00\"", "5.00", "type"),
        data(at, "a negative amount", "5.00", "-5.00", "number-range"),
        data(
            at,
            "half a yen",
            "5.00\",\"currency\":\"EUR",
            "5.5\",\"currency\":\"JPY",
            "number-range"),
        data(at, "no such currency", "EUR", "EUX", "enum"),
        data(at, "30 February", "}}", "},\"dueOn\":\"2026-02-30\"}", "time-format"));
  }

  private static List<Refusal> ofAgreements(Instant at) {
    return List.of(
        change(at, "no occurrence at all", "\"occurrences\":0", "number-range"),
        change(at, "too many occurrences", "\"occurrences\":10001", "number-range"),
        change(at, "occurrences as text", "\"occurrences\":\"12\"", "type"),
        change(at, "a notice of nothing", notice("0", "MONTH"), "number-range"),
        change(at, "a notice in no unit", notice("3", "FORTNIGHT"), "enum"),
        change(at, "half a notice", "\"notice\":{\"every\":3}", "field-missing"),
        change(
            at,
            "a withdrawal that changes something",
            "\"withdraws\":\"evt-1\",\"name\":\"Gym\"",
            "field-conflict"));
  }

  private static List<Refusal> ofSharesAndReminders(Instant at) {
    return List.of(
        change(at, "a share of nothing", share(0, 1), "number-range"),
        change(at, "a share of more than all", share(3, 2), "number-range"),
        change(at, "a share among too many", share(1, 1001), "number-range"),
        change(at, "half a share", "\"share\":{\"of\":2}", "field-missing"),
        change(at, "repeated too often", repeat(1, 11, "PAID"), "number-range"),
        change(at, "repeated never", repeat(1, 0, "PAID"), "number-range"),
        change(at, "repeated too seldom", repeat(91, 1, "PAID"), "number-range"),
        change(at, "repeated until bored", repeat(1, 1, "BORED"), "enum"));
  }

  private static String share(int part, int of) {
    return "\"share\":{\"part\":" + part + ",\"of\":" + of + "}";
  }

  private static String repeat(int every, int most, String until) {
    return "\"reminders\":{\"repeat\":{\"every\":%d,\"most\":%d,\"until\":\"%s\"}}"
        .formatted(every, most, until);
  }

  /** The subject of all of them is the gym. */
  private static List<Refusal> ofReplies(Instant at) {
    return List.of(
        typed(at, "another alert", "alert.acknowledged", "\"alertId\":\"x\"", "field-conflict"),
        typed(at, "snoozed for ever", "alert.snoozed", "\"alertId\":\"gym\"", "field-missing"),
        typed(at, "an alert without a name", "alert.acknowledged", "", "field-missing"),
        typed(
            at,
            "a deletion with a reason",
            "subscription.deleted",
            "\"reason\":\"tired\"",
            "field-unknown"),
        typed(at, "another deleted subscriber", "subscriber.deleted", "", "field-conflict"));
  }

  private static String notice(String every, String unit) {
    return "\"notice\":{\"every\":" + every + ",\"unit\":\"" + unit + "\"}";
  }

  private static List<Refusal> ofAnnouncements(Instant at) {
    String amount = "\"amount\":{\"value\":\"5.00\",\"currency\":\"EUR\"}";
    return List.of(
        typed(
            at,
            "a charge of no amount",
            "charge.announced",
            "\"dueOn\":\"2026-02-28\"",
            "field-missing"),
        typed(at, "a charge on no day", "charge.announced", amount, "field-missing"),
        typed(at, "a correction of nothing", "payment.corrected", amount, "field-missing"),
        typed(
            at,
            "a voided amount",
            "payment.voided",
            "\"paymentId\":\"bad-1\"," + amount,
            "field-unknown"));
  }

  private static List<Refusal> ofPreferences(Instant at) {
    return List.of(
        preference(
            at, "a lead for what comes at once", "\"leads\":{\"payment.failed\":[1]}", "enum"),
        preference(at, "a lead for what is over", "\"leads\":{\"subscription.ended\":[1]}", "enum"),
        preference(
            at, "a route for nothing", "\"routing\":{\"payment.dreamt\":[\"home\"]}", "enum"),
        preference(
            at,
            "periods from a day that not every month has",
            "\"periodStartsOn\":{\"dayOfMonth\":29}",
            "number-range"),
        preference(
            at,
            "quiet hours without end",
            "\"quietHours\":{\"from\":\"22:00\",\"to\":\"22:00\"}",
            "field-conflict"),
        preference(at, "two budgets of one category", budgets("5", "6"), "field-conflict"),
        preference(at, "a budget of nothing", budgets("0"), "number-range"));
  }

  private static String budgets(String... values) {
    return Stream.of(values)
        .map(
            "{\"category\":\"music\",\"amount\":{\"value\":\"%s\",\"currency\":\"EUR\"}}"
                ::formatted)
        .collect(Collectors.joining(",", "\"budgets\":[", "]"));
  }

  private static Refusal preference(Instant at, String what, String data, String code) {
    String body = event(at, "{" + data + "}").replace("payment.succeeded", "subscriber.updated");
    return single(what, body.replace("\"gym\"", "\"anna\""), 422, code);
  }

  /** They name a subscriber, too, which means nothing. */
  private static List<Refusal> ofReferenceData(Instant at) {
    return List.of(
        rates(at, "a rate of the base itself", "EUR", "1", "field-conflict"),
        rates(at, "a rate of no such currency", "EUX", "1.5", "enum"),
        rates(at, "a rate of nothing", "USD", "0", "number-range"),
        typed(at, "another tenant", "tenant.updated", "\"currency\":\"EUR\"", "field-conflict"));
  }

  private static Refusal rates(Instant at, String what, String currency, String rate, String code) {
    String data =
        "\"base\":\"EUR\",\"date\":\"2026-01-05\",\"rates\":{\"%s\":\"%s\"},\"source\":\"sample\""
            .formatted(currency, rate);
    String body =
        event(at, "{" + data + "}").replace("payment.succeeded", "exchange-rates.published");
    return single(what, body.replace("\"gym\"", "\"EUR\""), 422, code);
  }

  private static Refusal change(Instant at, String what, String data, String code) {
    return typed(at, what, "subscription.changed", data, code);
  }

  private static Refusal typed(Instant at, String what, String type, String data, String code) {
    String body = event(at, "{" + data + "}").replace("payment.succeeded", type);
    return single(what, body, 422, code);
  }

  private static List<Refusal> ofBatches(Instant at) {
    String one = event(at, SOUND_DATA);
    String other = one.replace("5.00", "6.00");
    return List.of(
        new Refusal("an empty batch", BATCH, "[]", 422, "batch-empty"),
        new Refusal(
            "two contents of one id", BATCH, "[" + one + "," + other + "]", 422, "id-conflict"));
  }

  private static Refusal data(Instant at, String what, String sound, String bad, String code) {
    return single(what, event(at, SOUND_DATA.replace(sound, bad)), 422, code);
  }

  private static Refusal single(String what, String body, int status, String code) {
    return new Refusal(what, SINGLE, body, status, code);
  }

  private static String event(Instant at, String data) {
    return JsonText.object(
            "specversion", "1.0",
            "id", "evt-bad",
            "source", Feed.BANK,
            "type", "payment.succeeded",
            "time", at.minus(Duration.ofDays(1)).toString(),
            "subject", "gym",
            "subscriberid", "anna",
            "data", "DATA")
        .toString()
        .replace("\"DATA\"", data);
  }
}
