package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Mode;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stripe's webhooks over real HTTP, in the production environment. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class StripeHooksTest {

  private static final Instant NOW = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);

  private static Service service;
  private static EventsTopic topic;
  private static MongoClient mongodb;
  private static StoredHooks hooks;
  private static SeenLog log;
  private static String hook;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    mongodb = MongoClients.create(backends.mongodb().uri());
    hooks = new StoredHooks(mongodb);
    hook = hooks.live("acme", StoredHooks.SECRET);
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            backends.mongodb().uri(),
            "perennial.ingest.hook-key=" + StoredHooks.KEY);
    log = SeenLog.begin();
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
    mongodb.close();
    log.end();
    assertThat(log.text())
        .doesNotContain(StoredHooks.SECRET, StoredHooks.NEXT, StoredHooks.KEY, hook, "cus_", "v1=");
  }

  @Test
  void shouldMakeWhatStripeSaysDurable() {
    HttpResponse<String> response = post(hook, recent("subscription-created-with-trial", "evt_h1"));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    JsonNode answer = Service.json(response);
    assertThat(answer.path("status").stringValue()).isEqualTo("accepted");
    assertThat(answer.path("items").findValuesAsString("id"))
        .containsExactly("evt_h1", "evt_h1:cancelled");
    assertThat(answer.path("items").get(0).path("receipt").stringValue()).isNotBlank();

    List<Event> events = events("evt_h1");
    assertThat(events).hasSize(2);
    assertThat(events.getFirst().subscriber().tenantId()).isEqualTo("acme");
    assertThat(events.getFirst().subscriber().subscriberId()).isEqualTo("cus_1");
    assertThat(events.getFirst().subject()).isEqualTo("sub_1");
    assertThat(events.getFirst().fact().id().source())
        .isEqualTo("https://stripe.com/accounts/" + hook);
    assertThat(events.getFirst().fact().mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void aRepeatedDeliveryShouldBeTheSameFact() {
    ObjectNode event = recent("invoice-paid", "evt_h2");
    assertThat(post(hook, event).statusCode()).isEqualTo(202);
    assertThat(post(hook, event).statusCode()).isEqualTo(202);
    List<Event> events = events("evt_h2");
    assertThat(events.stream().map(one -> one.fact().digest()).distinct()).hasSize(1);
  }

  @Test
  void anEventFromLongAgoShouldBeHistory() {
    ObjectNode event =
        recent("invoice-paid", "evt_h3")
            .put("created", NOW.minus(Duration.ofDays(90)).getEpochSecond());
    assertThat(post(hook, event).statusCode()).isEqualTo(202);
    assertThat(events("evt_h3").getFirst().fact().mode()).isEqualTo(Mode.BACKFILL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "t=1,v1=00",
        "t=1492774577,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd"
      })
  void shouldTakeNothingThatStripeDidNotSign(String header) {
    long before = topic.size();
    HttpResponse<String> response =
        send(hook, StripePayloads.bytesOf(recent("invoice-paid", "evt_h4")), header);
    assertSignatureInvalid(response);
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void everySignatureThatIsNotBelievedShouldGetOneBody() {
    byte[] body = StripePayloads.bytesOf(recent("invoice-paid", "evt_h5"));
    HttpResponse<String> old =
        send(hook, body, Signing.header(StoredHooks.SECRET, body, NOW.minusSeconds(900)));
    HttpResponse<String> other = send(hook, body, Signing.header("whsec_other", body, NOW));
    HttpResponse<String> none = service.send(request(hook, body));
    HttpResponse<String> garbage =
        send(hook, new byte[] {'{'}, Signing.header("whsec_other", new byte[] {'{'}, NOW));
    for (HttpResponse<String> each : List.of(old, other, none, garbage)) {
      assertSignatureInvalid(each);
      assertThat(each.body()).isEqualTo(old.body());
    }
  }

  @Test
  void aHookShouldHearBothSecretsWhileOneReplacesTheOther() {
    String rotating = hooks.live("acme", StoredHooks.SECRET, StoredHooks.NEXT);
    byte[] body = StripePayloads.bytesOf(recent("invoice-paid", "evt_h6"));
    assertThat(send(rotating, body, Signing.header(StoredHooks.SECRET, body, NOW)).statusCode())
        .isEqualTo(202);
    assertThat(send(rotating, body, Signing.header(StoredHooks.NEXT, body, NOW)).statusCode())
        .isEqualTo(202);
    String rotated = hooks.rotatedAway("acme", StoredHooks.SECRET, StoredHooks.NEXT, NOW);
    assertSignatureInvalid(send(rotated, body, Signing.header(StoredHooks.SECRET, body, NOW)));
    assertThat(send(rotated, body, Signing.header(StoredHooks.NEXT, body, NOW)).statusCode())
        .isEqualTo(202);
  }

  @Test
  void anAddressOfNobodyShouldBeLikeAnyOtherPath() {
    byte[] body = StripePayloads.bytesOf(recent("invoice-paid", "evt_h7"));
    String header = Signing.header(StoredHooks.SECRET, body, NOW);
    HttpResponse<String> nowhere =
        service.send(service.request("/v1/nothing").POST(BodyPublishers.noBody()));
    for (String id : List.of("AAAAAAAAAAAAAAAAAAAAAA", "x", hooks.revoked("acme"))) {
      HttpResponse<String> response = send(id, body, header);
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).isEqualTo(nowhere.body());
    }
  }

  @Test
  void testModeShouldBeAcknowledgedAndIgnored() {
    ObjectNode event = recent("invoice-paid", "evt_h8").put("livemode", false);
    assertIgnored(post(hook, event), "test-mode");
    String test = hooks.test("acme");
    assertIgnored(post(test, event), "test-mode");
    assertIgnored(post(test, recent("invoice-paid", "evt_h8")), "live-mode");
    assertThat(events("evt_h8")).isEmpty();
    assertThat(service.metrics())
        .contains(
            "perennial_ingest_stripe_events_total{outcome=\"test-mode\",type=\"invoice.paid\"}");
  }

  @Test
  void aTypeThatIsNotMappedShouldBeAcknowledgedAndCountedWithoutItsName() {
    ObjectNode event = recent("invoice-paid", "evt_h9").put("type", "payout.\"made_up");
    assertIgnored(post(hook, event), "type-unknown");
    event.remove(List.of("data", "created"));
    assertIgnored(post(hook, event.put("object", "v2.core.event")), "type-unknown");
    assertThat(service.metrics())
        .contains("{outcome=\"type-unknown\",type=\"other\"}")
        .doesNotContain("made_up");
  }

  @Test
  void whatCannotBeMappedShouldBeNamed() {
    ObjectNode event = recent("invoice-paid", "evt_h10");
    StripePayloads.object(event).remove("amount_paid");
    HttpResponse<String> response = post(hook, event);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("event-unmappable");
    assertThat(Service.json(response).path("pointer").stringValue())
        .isEqualTo("/data/object/amount_paid");

    ObjectNode nothing = recent("invoice-paid", "evt_h10");
    nothing.remove("type");
    assertThat(Service.json(post(hook, nothing)).path("pointer").stringValue()).isEqualTo("/type");

    ObjectNode ahead = recent("invoice-paid", "evt_h10");
    ahead.put("created", NOW.plus(Duration.ofHours(1)).getEpochSecond());
    assertThat(post(hook, ahead).statusCode()).isEqualTo(422);
    assertThat(events("evt_h10")).isEmpty();
  }

  @Test
  void aSignedBodyThatIsNoJsonShouldBeTold() {
    byte[] body = {'{'};
    HttpResponse<String> response = send(hook, body, Signing.header(StoredHooks.SECRET, body, NOW));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("json-malformed");
  }

  @Test
  void aRefundShouldFindThePaymentThatItIsOf() {
    ObjectNode event = recent("charge-refunded", "evt_h11");
    StripePayloads.object(event).put("customer", "cus_h11").put("created", NOW.getEpochSecond());
    HttpResponse<String> early = post(hook, event);
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("Retry-After")).isPresent();
    assertThat(Service.json(early).path("code").stringValue()).isEqualTo("payment-unknown");

    hooks.pay("another-tenant", "cus_h11", "in_9", NOW);
    hooks.pay("acme", "cus_h11", "in_h11", NOW);
    HttpResponse<String> response = post(hook, event);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    Event refund = events("evt_h11").getFirst();
    assertThat(refund.subject()).isEqualTo("sub_of_in_h11");
  }

  @Test
  void shouldBeDocumentedWithoutAKey() {
    JsonNode post =
        Service.json(service.send(service.request("/v3/api-docs").GET()))
            .path("paths")
            .path("/v1/hooks/stripe/{opaqueId}")
            .path("post");
    assertThat(post.path("security").isEmpty()).isTrue();
    assertThat(post.path("responses").propertyNames())
        .contains("200", "202", "400", "404", "413", "415", "422", "503");
    assertThat(post.path("parameters").findValuesAsString("name"))
        .containsExactlyInAnyOrder("opaqueId", "Stripe-Signature");
    assertThat(post.path("description").stringValue()).contains("customer.subscription.created");
  }

  @Test
  void secretsThatCannotBeOpenedShouldMakeStripeComeAgain() {
    String sealedElsewhere = hooks.sealedWithAnotherKey("acme");
    HttpResponse<String> response = post(sealedElsewhere, recent("invoice-paid", "evt_h12"));
    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("hooks-unavailable");
  }

  private static ObjectNode recent(String name, String id) {
    return StripePayloads.payload(name).put("id", id).put("created", NOW.getEpochSecond());
  }

  private static HttpResponse<String> post(String id, ObjectNode event) {
    byte[] body = StripePayloads.bytesOf(event);
    return send(id, body, Signing.header(StoredHooks.SECRET, body, NOW));
  }

  private static HttpResponse<String> send(String id, byte[] body, String header) {
    return service.send(request(id, body).header("Stripe-Signature", header));
  }

  private static HttpRequest.Builder request(String id, byte[] body) {
    return service
        .request("/v1/hooks/stripe/" + id)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofByteArray(body));
  }

  private static List<Event> events(String id) {
    return topic.all().stream()
        .map(record -> EventRecordCodec.decode(record.headers(), record.value()))
        .map(decoding -> ((Decoding.Decoded) decoding).event())
        .filter(event -> event.fact().id().id().matches(id + "(:.*)?"))
        .toList();
  }

  private static void assertIgnored(HttpResponse<String> response, String reason) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(Service.json(response).path("status").stringValue()).isEqualTo("ignored");
    assertThat(Service.json(response).path("reason").stringValue()).isEqualTo(reason);
  }

  private static void assertSignatureInvalid(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("signature-invalid");
  }
}
