package dev.perennial.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of bad input over real HTTP; after each, the topic is as long as before. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class BadInputTest {

  private static final String GOOD = Events.started("sesame-1");
  private static final String TIRED = "{\"repeat\":{\"every\":1,\"most\":1,\"until\":\"TIRED\"}}";
  private static final String BECAUSE = "{\"reason\":\"sesame\"}";
  private static final String UNKNOWN = "field-unknown";

  private static Service service;
  private static EventsTopic topic;
  private long before;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service = Service.start(backends.kafka().bootstrapServers(), backends.mongodb().uri());
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @BeforeEach
  void measure() {
    before = topic.size();
  }

  @AfterEach
  void nothingReachedKafka() {
    assertThat(topic.size()).isEqualTo(before);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(unreadable(), invalid(), limits(), odd()).flatMap(Function.identity());
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("empty", "", 400, "body-missing"),
        arguments("truncated", GOOD.substring(0, 100), 400, "json-malformed"),
        arguments("NaN", with("\"12.99\"", "NaN"), 400, "json-malformed"),
        arguments("Infinity", with("\"12.99\"", "Infinity"), 400, "json-malformed"),
        arguments("second document", GOOD + GOOD, 400, "json-trailing"),
        arguments("key twice", with("\"id\"", "\"id\":\"x\",\"id\""), 400, "json-duplicate-key"),
        arguments("deep", "[".repeat(10_000) + "]".repeat(10_000), 400, "json-too-deep"),
        arguments(
            "long number",
            with("\"every\":1", "\"every\":" + "1".repeat(5_000)),
            400,
            "json-number-too-long"),
        arguments("scalar", "7", 422, "type"),
        arguments("null", "null", 422, "type"),
        arguments("array as structured", "[" + GOOD + "]", 422, "type"));
  }

  static Stream<Arguments> invalid() {
    return Stream.of(
        arguments("NUL in id", with("sesame-1", "a\\u0000b"), 422, "id-invalid"),
        arguments("control in id", with("sesame-1", "a\\u0007b"), 422, "id-invalid"),
        arguments("bidi in id", with("sesame-1", "a\\u202eb"), 422, "id-invalid"),
        arguments("long id", with("sesame-1", "x".repeat(129)), 422, "id-invalid"),
        arguments("address as subscriber", with("alice", "a@b.example"), 422, "id-invalid"),
        arguments("unknown field", with("\"name\"", "\"sesame\":1,\"name\""), 422, "field-unknown"),
        arguments("missing field", with("\"name\":\"Netflix\",", ""), 422, "field-missing"),
        arguments("no data", "{\"specversion\":\"1.0\"}", 422, "field-missing"),
        arguments("string for number", with("\"every\":1", "\"every\":\"1\""), 422, "type"),
        arguments("query as id", with("\"sesame-1\"", "{\"$gt\":\"\"}"), 422, "type"),
        arguments("unknown type", with("subscription.started", "x"), 422, "event-type-unknown"),
        arguments("unknown version", with("\"1.0\"", "\"7.0\""), 422, "schema-version"),
        arguments("no zone", with(Events.TIME, Events.TIME.replace("Z", "")), 422, "time-format"),
        arguments("30 February", with(Events.TIME, "2026-02-30T10:00:00Z"), 422, "time-format"),
        arguments("anchor 30 February", with("2026-01-31", "2026-02-30"), 422, "time-format"),
        arguments("far future", with(Events.TIME, "9999-01-05T10:00:00Z"), 422, "time-future"),
        arguments("unknown currency", with("EUR", "EUX"), 422, "enum"),
        arguments("unknown zone", zone("Mars/Base"), 422, "enum"),
        arguments("negative price", with("12.99", "-12.99"), 422, "number-range"));
  }

  static Stream<Arguments> limits() {
    return Stream.of(
        arguments("repeated never", repeat(0, 3), 422, "number-range"),
        arguments("repeated too seldom", repeat(91, 3), 422, "number-range"),
        arguments("repeated no time", repeat(7, 0), 422, "number-range"),
        arguments("repeated too often", repeat(7, 11), 422, "number-range"),
        arguments("repeated until tired", facet("reminders", TIRED), 422, "enum"),
        arguments("reminders of nothing", facet("reminders", "{}"), 422, "field-missing"),
        arguments("no share", share(0, 2), 422, "number-range"),
        arguments("more than all", share(3, 2), 422, "number-range"),
        arguments("a share of too many", share(1, 1_001), 422, "number-range"),
        arguments("half a share", facet("share", "{\"part\":1}"), 422, "field-missing"),
        arguments("no alert", alert("", "sesame"), 422, "id-invalid"),
        arguments("long alert", alert("x".repeat(65), "sesame"), 422, "id-invalid"),
        arguments("another alert", alert("sesame", "sesame-2"), 422, "field-conflict"),
        arguments("snoozed for ever", snoozedForEver(), 422, "field-missing"),
        arguments("deleted because", about("subscription.deleted", "x", BECAUSE), 422, UNKNOWN),
        arguments("left because", about("subscriber.deleted", "alice", BECAUSE), 422, UNKNOWN),
        arguments("another left", about("subscriber.deleted", "bob", "{}"), 422, "field-conflict"));
  }

  /** Numbers and names at their edges; an amount is a plain decimal, in its currency's digits. */
  static Stream<Arguments> odd() {
    return Stream.of(
        arguments("long name", with("\"name\"", field("n".repeat(100_000))), 422, UNKNOWN),
        arguments("too many names", with("\"name\"", fields(20_000)), 422, UNKNOWN),
        arguments("amount as number", with("\"12.99\"", "12.99"), 422, "type"),
        arguments("exponent", with("12.99", "1e400"), 422, "number-format"),
        arguments("plus", with("12.99", "+12.99"), 422, "number-format"),
        arguments("other digits", with("12.99", "\u0661\u0662"), 422, "number-format"),
        arguments("no amount", with("12.99", ""), 422, "number-format"),
        arguments("minus nothing", with("12.99", "-0"), 422, "number-range"),
        arguments("huge amount", with("12.99", "1" + "0".repeat(15)), 422, "number-range"),
        arguments("scale of EUR", with("12.99", "12.999"), 422, "number-range"),
        arguments(
            "scale of JPY",
            with("12.99\",\"currency\":\"EUR", "1.5\",\"currency\":\"JPY"),
            422,
            "number-range"),
        arguments("huge scale", with("12.99", "1." + "0".repeat(99)), 422, "number-format"),
        arguments("whole with a fraction", with("\"every\":1", "\"every\":1.0"), 422, "type"),
        arguments("whole by exponent", with("\"every\":1", "\"every\":1e1"), 422, "type"),
        arguments("whole too large", with("\"every\":1", "\"every\":1e99999999"), 422, "type"),
        arguments("minus nought", with("\"every\":1", "\"every\":-0"), 422, "number-range"));
  }

  private static String field(String name) {
    return "\"%s\":1,\"name\"".formatted(name);
  }

  private static String fields(int most) {
    return IntStream.range(0, most)
        .mapToObj("\"f%d\":1"::formatted)
        .collect(Collectors.joining(",", "", ",\"name\""));
  }

  private static String repeat(int every, int most) {
    return facet("reminders", "{\"repeat\":{\"every\":%d,\"most\":%d}}".formatted(every, most));
  }

  private static String share(int part, int of) {
    return facet("share", "{\"part\":%d,\"of\":%d}".formatted(part, of));
  }

  private static String facet(String name, String value) {
    return about("subscription.changed", "netflix", "{\"%s\":%s}".formatted(name, value));
  }

  private static String alert(String alertId, String subject) {
    return about("alert.acknowledged", subject, "{\"alertId\":\"%s\"}".formatted(alertId));
  }

  private static String snoozedForEver() {
    return about("alert.snoozed", "sesame", "{\"alertId\":\"sesame\"}");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void shouldNameTheFault(String name, String body, int status, String code) {
    expect(service.post(Events.STRUCTURED, body), status, code);
  }

  @Test
  void shouldRefuseInvalidUtf8() {
    byte[] body = GOOD.getBytes(UTF_8);
    body[GOOD.indexOf("Netflix")] = (byte) 0xff;
    expect(service.post(Events.STRUCTURED, BodyPublishers.ofByteArray(body)), 400, "encoding");
  }

  @Test
  void shouldRefuseATimeJustBeyondTheWindow() {
    String ahead = Clock.systemUTC().instant().plus(Duration.ofMinutes(11)).toString();
    expect(service.post(Events.STRUCTURED, with(Events.TIME, ahead)), 422, "time-future");
  }

  @Test
  void shouldRefuseATimeBeforeTheBackfillWindow() {
    String back = Clock.systemUTC().instant().minus(Duration.ofDays(35)).toString();
    expect(service.post(Events.STRUCTURED, with(Events.TIME, back)), 422, "time-too-old");
  }

  @Test
  void shouldRefuseAnotherModeAndBackfillWithoutItsScope() {
    HttpResponse<String> other = service.post("/v1/events?mode=sesame", Events.STRUCTURED, GOOD);
    expect(other, 400, "parameter-invalid");
    HttpResponse<String> past = service.post("/v1/events?mode=backfill", Events.STRUCTURED, GOOD);
    expect(past, 403, "scope-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "[], 422, batch-empty",
    "{}, 422, type",
    "[7], 422, batch-rejected",
    "'[{}, null]', 422, batch-rejected"
  })
  void shouldRefuseABatchWithNothingInIt(String body, int status, String code) {
    expect(service.post(Events.BATCH, body), status, code);
  }

  @Test
  void shouldRefuseABatchOverTheMaximum() {
    String batch = String.join(",", Collections.nCopies(1_001, "{}"));
    expect(service.post(Events.BATCH, "[" + batch + "]"), 413, "batch-too-large");
  }

  @Test
  void shouldRefuseABodyOverTheLimitDeclaredOrChunked() {
    byte[] large = new byte[2 * 1024 * 1024 + 1];
    expect(
        service.post(Events.STRUCTURED, BodyPublishers.ofByteArray(large)), 413, "body-too-large");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    expect(service.post(Events.STRUCTURED, chunked), 413, "body-too-large");
  }

  @Test
  void shouldRefuseGzipThatInflatesPastTheLimit() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[3 * 1024 * 1024]);
    }
    var body = BodyPublishers.ofByteArray(bomb.toByteArray());
    expect(
        service.post(Events.STRUCTURED, body, "Content-Encoding", "gzip"), 413, "body-too-large");
  }

  @Test
  void shouldRefuseOtherMediaTypes() {
    expect(service.post("text/plain", GOOD), 415, "media-type");
    var body = BodyPublishers.ofString(GOOD);
    expect(service.post(Events.STRUCTURED, body, "Accept", "text/xml"), 406, "not-acceptable");
  }

  @Test
  void shouldRefuseOtherMethodsAndPaths() {
    HttpResponse<String> got = service.send(service.request("/v1/events").GET());
    expect(got, 405, "method-not-allowed");
    assertThat(got.headers().firstValue("Allow")).contains("POST");
    HttpRequest.Builder nowhere = service.request("/v1/sesame").GET();
    expect(service.send(nowhere), 404, "not-found");
  }

  private static String with(String part, String spoilt) {
    assertThat(GOOD).contains(part);
    return GOOD.replace(part, spoilt);
  }

  private static String zone(String zone) {
    return about("subscriber.updated", "alice", "{\"zone\":\"%s\"}".formatted(zone));
  }

  private static String about(String type, String subject, String data) {
    return """
        {"specversion":"1.0","id":"z","source":"/billing","type":"%s",
         "time":"%s","subject":"%s","subscriberid":"alice","data":%s}
        """
        .formatted(type, Events.TIME, subject, data);
  }

  private static void expect(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).doesNotContain("sesame", "Exception", "dev.perennial");
  }
}
