package dev.perennial.ingest.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventType;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.http.HttpMessageFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class BinaryModeTest {

  private static final String PAYMENT =
      "{\"paymentId\":\"pay-1\",\"amount\":{\"value\":\"12.99\",\"currency\":\"EUR\"}}";

  private static Service service;
  private static EventsTopic topic;

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

  @Test
  void shouldTakeWhatTheJavaSdkWrites() {
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId("sdk-1")
            .withSource(URI.create("/billing"))
            .withType("payment.succeeded")
            .withTime(OffsetDateTime.parse(Events.TIME))
            .withSubject("netflix")
            .withExtension("subscriberid", "alice")
            .withData("application/json", PAYMENT.getBytes(UTF_8))
            .build();
    Event taken = accepted(service.send(written(event)));
    assertThat(taken.subject()).isEqualTo("netflix");
    assertThat(taken.subscriber().subscriberId()).isEqualTo("alice");
    assertThat(taken.fact().id().id()).isEqualTo("sdk-1");
    assertThat(taken.fact().time()).isEqualTo(Events.TIME);
    assertThat(EventType.of(taken.fact().data())).isEqualTo(EventType.PAYMENT_SUCCEEDED);
  }

  @Test
  void shouldTakeADeletionThatHasNeitherDataNorContentType() {
    CloudEvent event =
        CloudEventBuilder.v1()
            .withId("sdk-2")
            .withSource(URI.create("/billing"))
            .withType("subscription.deleted")
            .withTime(OffsetDateTime.parse(Events.TIME))
            .withSubject("netflix")
            .withExtension("subscriberid", "alice")
            .build();
    Event taken = accepted(service.send(written(event)));
    assertThat(EventType.of(taken.fact().data())).isEqualTo(EventType.SUBSCRIPTION_DELETED);
  }

  private static HttpRequest.Builder written(CloudEvent event) {
    HttpRequest.Builder request = authorised();
    HttpMessageFactory.createWriter(
            request::header,
            body ->
                request.POST(
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)))
        .writeBinary(event);
    return request;
  }

  @Test
  void shouldUndoPercentEncodingAndQuotes() {
    Event encoded = accepted(post(payment("p-1", "ce-subject", "Caf%C3%A9%20%E2%82%AC%25")));
    assertThat(encoded.subject()).isEqualTo("Caf\u00e9 \u20ac%");
    Event quoted = accepted(post(payment("p-2", "ce-subject", "\"a \\\"b\\\"\"")));
    assertThat(quoted.subject()).isEqualTo("a \"b\"");
  }

  @Test
  void shouldReadDataAsJsonWhereNoContentTypeIsSaid() {
    HttpRequest.Builder request = authorised();
    payment("no-type").forEach(header -> request.header(header[0], header[1]));
    accepted(service.send(request.POST(BodyPublishers.ofString(PAYMENT))));
  }

  @Test
  void shouldStampTenantAndModeItself() {
    List<String[]> headers = payment("stamp", "ce-tenantid", "victim");
    headers.add(new String[] {"ce-mode", "backfill"});
    headers.add(new String[] {"ce-receivedat", "never"});
    assertThat(accepted(post(headers)).subscriber().tenantId()).isEqualTo("acme");
  }

  @Test
  void shouldTakeHistoryAsBackfill() {
    String key = service.newKey("acme", Scope.EVENTS_WRITE, Scope.EVENTS_BACKFILL);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.events() + "?mode=backfill"))
            .header("Authorization", "Bearer " + key);
    payment("old", "ce-time", "2019-01-05T10:00:00Z")
        .forEach(header -> request.header(header[0], header[1]));
    accepted(service.send(request.POST(BodyPublishers.ofString(PAYMENT))));
  }

  @ParameterizedTest
  @CsvSource({
    "ce-id, %zz, 400, header-invalid, ",
    "ce-id, %f, 400, header-invalid, ",
    "ce-id, %ff, 400, header-invalid, ",
    "ce-id, %0A, 422, id-invalid, /id",
    "ce-subject, '\"open', 400, header-invalid, ",
    "ce-subject, '\"a\" b', 400, header-invalid, ",
    "ce-not_a_name, a, 400, header-invalid, ",
    "ce-datacontenttype, application/json, 400, header-invalid, ",
    "ce-data, a, 400, header-invalid, ",
    "ce-specversion, 0.3, 422, schema-version, /specversion",
    "ce-type, payment.lost, 422, event-type-unknown, /type",
    "ce-time, yesterday, 422, time-format, /time",
    "ce-subscriberid, a%40b, 422, id-invalid, /subscriberid",
  })
  void shouldRefuseBadHeaders(String name, String value, int status, String code, String pointer) {
    long before = topic.size();
    HttpResponse<String> answer = post(payment("bad", name, value));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Service.json(answer).path("code").stringValue()).isEqualTo(code);
    assertThat(Service.json(answer).path("pointer").asString(null)).isEqualTo(pointer);
    assertThat(topic.size()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce-id", "ce-foo"})
  void shouldRefuseAHeaderThatComesTwice(String name) {
    List<String[]> headers = payment("twice", "ce-foo", "bar");
    headers.add(new String[] {name, "other"});
    expect(post(headers), 400, "header-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce-specversion", "ce-id", "ce-time", "ce-subscriberid"})
  void shouldWantEveryMandatoryAttribute(String name) {
    List<String[]> headers = payment("missing");
    headers.removeIf(header -> header[0].equals(name));
    expect(post(headers), 422, "field-missing");
  }

  @Test
  void shouldRefuseDataThatIsMissingOrNoJson() {
    HttpRequest.Builder nothing = authorised();
    payment("empty").forEach(header -> nothing.header(header[0], header[1]));
    expect(service.send(nothing.POST(BodyPublishers.noBody())), 422, "field-missing");
    List<String[]> headers = payment("text");
    expect(post(headers, "text/plain", PAYMENT), 415, "media-type");
    expect(post(headers, "application/json", "{"), 400, "json-malformed");
    expect(post(headers, "application/json", "[]"), 422, "type");
  }

  @Test
  void shouldGoByTheContentTypeOfAnotherForm() {
    var taken = accepted(post(payment("header-id"), Events.STRUCTURED, Events.started("body-id")));
    assertThat(taken.fact().id().id()).isEqualTo("body-id");
    assertThat(post(payment("header-id"), Events.BATCH, Events.batch(Events.started("b"))).body())
        .contains("\"items\"");
    expect(post(payment("x"), Events.STRUCTURED, ""), 400, "body-missing");
  }

  private static void expect(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Service.json(answer).path("code").stringValue()).isEqualTo(code);
  }

  /** The headers of a payment, one of them replaced or added. */
  private static List<String[]> payment(String id, String... other) {
    List<String[]> headers =
        new ArrayList<>(
            Arrays.asList(
                new String[] {"ce-specversion", "1.0"},
                new String[] {"ce-id", id},
                new String[] {"ce-source", "/billing"},
                new String[] {"ce-type", "payment.succeeded"},
                new String[] {"ce-time", Events.TIME},
                new String[] {"ce-subject", "netflix"},
                new String[] {"ce-subscriberid", "alice"}));
    if (other.length > 0) {
      headers.removeIf(header -> header[0].equals(other[0]));
      headers.add(other);
    }
    return headers;
  }

  private static HttpResponse<String> post(List<String[]> headers) {
    return post(headers, "application/json", PAYMENT);
  }

  private static HttpResponse<String> post(List<String[]> headers, String type, String body) {
    HttpRequest.Builder request = authorised().header("Content-Type", type);
    headers.forEach(header -> request.header(header[0], header[1]));
    return service.send(request.POST(BodyPublishers.ofString(body)));
  }

  private static HttpRequest.Builder authorised() {
    return HttpRequest.newBuilder(service.events())
        .header("Authorization", "Bearer " + service.key());
  }

  private static Event accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    Receipt receipt =
        Receipt.parse(Service.json(answer).path("receipt").stringValue()).orElseThrow();
    var record = topic.at(receipt.partition(), receipt.offset());
    return ((Decoding.Decoded) EventRecordCodec.decode(record.headers(), record.value())).event();
  }
}
