package dev.perennial.ingest;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are odd before their body is read, byte by byte over a socket. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class OddRequestsTest {

  private static final String GOOD = Events.started("sesame-1");
  private static final int LENGTH = GOOD.getBytes(UTF_8).length;
  private static final String POST = "POST /v1/events HTTP/1.1~";
  private static final String HOST = "Host: localhost~";
  private static final String REST =
      "Authorization: Bearer KEY~Content-Type: application/cloudevents+json~";
  private static final String HEAD = POST + HOST + REST;
  private static final String CLOSE = "Connection: close~";
  private static final String SIZED = "Content-Length: " + LENGTH + "~";
  private static final String CHUNKED = "Transfer-Encoding: chunked~";
  private static final String CHUNK = Integer.toHexString(LENGTH) + "\r\n" + GOOD + "\r\n";
  private static final String LAST = "0\r\n\r\n";
  private static final Pattern STATUS = Pattern.compile("\\AHTTP/1\\.1 (\\d{3}) ");

  private static Service service;
  private static EventsTopic topic;
  private long before;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            backends.mongodb().uri(),
            "perennial.web.trusted-proxies=127.0.0.0/8",
            "perennial.web.read-timeout=1500ms",
            "perennial.web.body-timeout=1s",
            "perennial.access.failures-per-minute=3",
            "server.tomcat.connection-timeout=2s");
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

  static Stream<Arguments> framing() {
    return Stream.of(
        arguments("two lengths", "Content-Length: 3~" + SIZED, GOOD, 400, "request-malformed"),
        arguments("a length twice", SIZED + SIZED, GOOD, 400, "request-malformed"),
        arguments("negative length", "Content-Length: -1~", "", 400, "request-malformed"),
        arguments("length and chunks", SIZED + CHUNKED, LAST, 400, "body-missing"),
        arguments("unknown coding", "Transfer-Encoding: x~", CHUNK, 501, "not-implemented"),
        arguments("chunked twice", CHUNKED + CHUNKED, CHUNK, 400, "request-malformed"),
        arguments("no size", CHUNKED, "zz\r\n" + GOOD, 400, "request-malformed"),
        arguments("negative size", CHUNKED, "-1\r\n" + GOOD, 400, "request-malformed"),
        arguments("huge size", CHUNKED, "f".repeat(13) + "\r\n" + GOOD, 400, "request-malformed"),
        arguments("no end", CHUNKED, CHUNK.strip() + "xx" + LAST, 400, "request-malformed"),
        arguments("no body at all", "", "", 400, "body-missing"),
        arguments("an expectation", "Expect: sesame~" + SIZED, GOOD, 417, "expectation-failed"));
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        arguments("control character", "X-A: a\u0001b~"),
        arguments("NUL", "X-A: a\0b~"),
        arguments("a CR alone", "X-A: a\rX-B: b~"),
        arguments("space before the colon", "X-A : a~"),
        arguments("no name", ": a~"),
        arguments("no colon", "sesame~"),
        arguments("a second host", "Host: sesame~"),
        arguments("too large", "X-A: " + "a".repeat(9_000) + "~"),
        arguments(
            "too many",
            IntStream.range(0, 120).mapToObj(i -> "X-" + i + ": a~").reduce("", String::concat)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("framing")
  void shouldRefuseAnAmbiguousFrame(
      String what, String header, String body, int status, String code) {
    expect(RawRequest.of(service, HEAD + CLOSE + header + "~").body(body).answer(), status, code);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void shouldRefuseAHeaderThatIsNone(String what, String header) {
    String head = HEAD + CLOSE + SIZED + header + "~";
    expect(RawRequest.of(service, head).body(GOOD).answer(), 400, "request-malformed");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "/v1/events?mode=%zz, 400, parameter-invalid",
    "/v1/events?mode=%ff, 400, parameter-invalid",
    "/v1/events?%=live, 400, parameter-invalid",
    "/v1/events?mode=%e2%82, 400, parameter-invalid",
    "/v1/events?mode=live&mode=backfill, 400, parameter-invalid",
    "/v1/events?atomic=true&atomic=false, 400, parameter-invalid",
    "/v1/events?atomic=true&atomic=true, 400, parameter-invalid",
    "/v1/events?atomc=true, 400, parameter-invalid",
    "/v1/events?Atomic=true, 400, parameter-invalid",
    "/v1/events?atomic=maybe, 400, request-malformed",
    "/v1/events/, 404, not-found",
    "/V1/events, 404, not-found",
    "/v1//events, 404, not-found",
    "/v1/events/..;/..;/actuator/health, 404, not-found",
    "/actuator/health, 404, not-found",
    "/v1/events/%ff, 400, request-malformed",
    "/v1/events/%00, 400, request-malformed",
    "/v1/events/%2, 400, request-malformed",
    "/v1/events/%2F, 405, method-not-allowed",
    "*, 400, request-malformed",
    "http://elsewhere.example/v1/events, 400, request-malformed",
  })
  void shouldRefuseAnOddAddress(String address, int status, String code) {
    String head = "POST " + address + " HTTP/1.1~" + HOST + REST + CLOSE + SIZED + "~";
    expect(RawRequest.of(service, head).body(GOOD).answer(), status, code);
  }

  @Test
  void shouldRefuseAnAddressThatIsTooLongOrHasTooManyParameters() {
    String long9 = "POST /v1/events?mode=" + "x".repeat(9_000);
    String many = "POST /v1/events?" + "a=&".repeat(1_001);
    String rest = " HTTP/1.1~" + HOST + REST + CLOSE + SIZED + "~";
    expect(RawRequest.of(service, long9 + rest).body(GOOD).answer(), 400, "request-malformed");
    expect(RawRequest.of(service, many + rest).body(GOOD).answer(), 400, "parameter-invalid");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "HTTP/1.1, '', 400, request-malformed",
    "HTTP/1.1, Host: a b~, 400, request-malformed",
    "HTTP/2.0, Host: localhost~, 505, http-version",
  })
  void shouldRefuseAnotherVersionAndNoHost(String version, String host, int status, String code) {
    String head = "POST /v1/events " + version + "~" + host + REST + CLOSE + SIZED + "~";
    expect(RawRequest.of(service, head).body(GOOD).answer(), status, code);
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT", "PATCH", "DELETE", "TRACE", "SESAME", "post"})
  void shouldNameTheMethodsThatThereAre(String method) {
    String head = method + " /v1/events HTTP/1.1~" + HOST + REST + CLOSE + "~";
    String answer = RawRequest.of(service, head).answer();
    expect(answer, 405, "method-not-allowed");
    assertThat(answer).contains("\r\nAllow: POST\r\n");
  }

  @Test
  void shouldAnswerHeadOptionsAndConnectToo() {
    String rest = " /v1/events HTTP/1.1~" + HOST + REST + CLOSE + "~";
    String head = RawRequest.of(service, "HEAD" + rest).answer();
    assertThat(head).startsWith("HTTP/1.1 405").contains("Allow: POST").endsWith("\r\n\r\n");
    String options = RawRequest.of(service, "OPTIONS" + rest).answer();
    assertThat(options).startsWith("HTTP/1.1 200").contains("Allow: POST").doesNotContain("Access");
    expect(RawRequest.of(service, "CONNECT" + rest).answer(), 501, "not-implemented");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Type: application/cloudevents+json; charset=utf-16~",
        "Content-Type: application/json; charset=iso-8859-1~",
        "Content-Type: application/json; charset=sesame~",
        "Content-Type: application/json~Content-Type: text/plain~",
        "Content-Type: application/json, application/json~",
        "Content-Type: application/*~",
        "Content-Type: sesame~",
        "Content-Type: application/octet-stream~",
        "X-A: no Content-Type~",
        "Content-Type: application/json~Content-Encoding: br~",
        "Content-Type: application/json~Content-Encoding: gzip, gzip~",
        "Content-Type: application/json~Content-Encoding: gzip~Content-Encoding: gzip~",
      })
  void shouldRefuseAnotherTypeCharsetOrCoding(String headers) {
    String head = POST + HOST + "Authorization: Bearer KEY~" + CLOSE + SIZED + headers + "~";
    expect(RawRequest.of(service, head).body(GOOD).answer(), 415, "media-type");
  }

  @Test
  void shouldRefuseTextThatIsNotUtf8() {
    expect(sized("\uFEFF".concat(GOOD).getBytes(UTF_8)), 400, "encoding");
    expect(sized(GOOD.getBytes(UTF_16)), 400, "encoding");
    expect(sized(GOOD.getBytes(UTF_16LE)), 400, "json-malformed");
  }

  private static String sized(byte[] body) {
    String head = HEAD + CLOSE + "Content-Length: " + body.length + "~~";
    return RawRequest.of(service, head).body(body).answer();
  }

  @Test
  void aBodyThatEndsTooEarlyShouldLeaveNothing() {
    String head = HEAD + "Content-Length: " + (LENGTH + 1) + "~~";
    expect(
        RawRequest.of(service, head).body(GOOD).answerToAnEndedRequest(), 400, "request-malformed");
    RawRequest chunks = RawRequest.of(service, HEAD + CHUNKED + "~").body(CHUNK);
    expect(chunks.answerToAnEndedRequest(), 400, "request-malformed");
  }

  @Test
  void aBodyThatComesInDropsOrNotAtAllShouldTimeOut() {
    RawRequest drops = RawRequest.of(service, HEAD + SIZED + "~");
    expect(drops.answerToDrops(GOOD, 50), 408, "request-timeout");
    RawRequest silent = RawRequest.of(service, HEAD + SIZED + "~");
    String answer = silent.body("{").answer();
    expect(answer, 408, "request-timeout");
    assertThat(answer).containsOnlyOnce("RateLimit: \"requests\"");
  }

  @Test
  void aHeadThatDoesNotComeShouldEndTheConnection() {
    assertThat(RawRequest.of(service, POST + HOST).answer()).isEmpty();
    assertThat(RawRequest.of(service, "").answer()).isEmpty();
  }

  /** Whoever waits for the word to send the body hears first that it is not wanted. */
  @Test
  void aBodyShouldNotBeAskedForWhereTheKeyIsRefused() {
    String head = POST + HOST + "Expect: 100-continue~" + CLOSE + SIZED + "~";
    expect(RawRequest.of(service, head).answer(), 401, "unauthenticated");
    String wanted = HEAD + "Expect: 100-continue~" + SIZED + "~";
    assertThat(RawRequest.of(service, wanted).answer())
        .startsWith("HTTP/1.1 100")
        .contains("HTTP/1.1 408");
  }

  /** Of the addresses that a trusted proxy names; what the client put before them is nothing. */
  @Test
  void shouldLimitInvalidKeysByTheAddressOfTheClient() {
    for (int attempt = 0; attempt < 3; attempt++) {
      expect(guess("198.51.100." + attempt + ", 203.0.113.9"), 401, "unauthenticated");
    }
    String limited = guess("198.51.100.77, 203.0.113.9, 127.0.0.5");
    expect(limited, 429, "auth-limited");
    assertThat(limited).containsPattern("\r\nRetry-After: [1-9]\\d?\r\n");
    expect(guess("203.0.113.9, 203.0.113.10"), 401, "unauthenticated");
  }

  private static String guess(String addresses) {
    String head = POST + HOST + "Authorization: Bearer sesame~X-Forwarded-For: " + addresses + "~";
    return RawRequest.of(service, head + CLOSE + SIZED + "~").body(GOOD).answer();
  }

  /** Every refusal has the headers, also those that Tomcat makes by itself. */
  private static void expect(String answer, int status, String code) {
    Matcher found = STATUS.matcher(answer);
    assertThat(found.find()).as(answer).isTrue();
    assertThat(answer).contains("\"code\":\"" + code + "\"");
    assertThat(found.group(1)).isEqualTo(Integer.toString(status));
    assertThat(answer.toLowerCase(Locale.ROOT))
        .contains(
            "content-type: application/problem+json",
            "x-content-type-options: nosniff",
            "cache-control: no-store",
            "content-security-policy: default-src 'none'",
            "connection: close")
        .doesNotContain("sesame", "exception", "dev.perennial", "tomcat", "strict-transport");
  }
}
