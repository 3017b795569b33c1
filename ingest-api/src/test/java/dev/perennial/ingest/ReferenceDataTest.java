package dev.perennial.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.ReferenceEvent;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class ReferenceDataTest {

  private static final Integer[] EVERY_PARTITION =
      IntStream.range(0, Topics.DEFAULT_PARTITIONS).boxed().toArray(Integer[]::new);

  private static Service service;
  private static EventsTopic events;
  private static EventsTopic topic;
  private static String bank;

  @BeforeAll
  static void start(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    events = EventsTopic.open(broker);
    topic = EventsTopic.openReferenceData(broker);
    service = Service.start(broker, backends.mongodb().uri());
    bank = service.newKey("acme", Scope.EVENTS_WRITE, Scope.RATES_WRITE);
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
    events.close();
  }

  @Test
  void shouldLayRatesIntoEveryPartition() {
    HttpResponse<String> response = publish(Events.rates("r-1", "1.25"));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body())
        .isEqualTo("{\"id\":\"r-1\",\"source\":\"/rates\",\"status\":\"accepted\"}");
    List<ConsumerRecord<byte[], byte[]>> copies = copiesOf("r-1");
    assertThat(copies)
        .extracting(ConsumerRecord::partition)
        .containsExactlyInAnyOrder(EVERY_PARTITION);
    assertThat(copies).allSatisfy(copy -> assertThat(copy.key()).asString(UTF_8).isEqualTo("EUR"));
    assertThat(copies.stream().map(ReferenceDataTest::decoded).distinct()).hasSize(1);
    assertThat(decoded(copies.getFirst()).tenantId()).isEqualTo("acme");
  }

  @Test
  void shouldLayWhatATenantSaysIntoEveryPartition() {
    HttpResponse<String> response = service.post(Events.STRUCTURED, Events.tenant("t-1"));
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(Service.json(response).has("receipt")).isFalse();
    assertThat(copiesOf("t-1"))
        .extracting(ConsumerRecord::partition)
        .containsExactlyInAnyOrder(EVERY_PARTITION);
  }

  @Test
  void shouldNotLetATenantSpeakForAnother() {
    long before = topic.size();
    String other = Events.tenant("t-2").replace("acme", "globex");
    HttpResponse<String> response = service.post(Events.STRUCTURED, other);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("field-conflict");
    assertThat(Service.json(response).path("pointer").stringValue()).isEqualTo("/subject");
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void shouldWantTheScopeForRates() {
    long before = topic.size();
    HttpResponse<String> response = service.post(Events.STRUCTURED, Events.rates("r-2", "1.25"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("scope-missing");
    assertThat(topic.size()).isEqualTo(before);
  }

  @Test
  void shouldWantTheScopeForEventsToo() {
    String ratesAlone = service.newKey("acme", Scope.RATES_WRITE);
    HttpResponse<String> response =
        service.postWith(ratesAlone, "/v1/events", Events.STRUCTURED, Events.rates("r-3", "1.25"));
    assertThat(response.statusCode()).isEqualTo(403);
  }

  @Test
  void shouldRejectRatesOfABatchWithoutTheScope() {
    HttpResponse<String> response =
        service.post(
            Events.BATCH, Events.batch(Events.paid("p-1", "alice"), Events.rates("r-4", "1.25")));
    assertThat(response.statusCode()).isEqualTo(207);
    JsonNode items = Service.json(response).path("items");
    assertThat(items.get(0).path("status").stringValue()).isEqualTo("accepted");
    assertThat(items.get(1).path("status").stringValue()).isEqualTo("rejected");
    assertThat(items.get(1).path("code").stringValue()).isEqualTo("scope-missing");
    assertThat(copiesOf("r-4")).isEmpty();
  }

  @Test
  void shouldTakeNothingOfAnAtomicBatchWithoutTheScope() {
    long before = events.size();
    HttpResponse<String> response =
        service.post(
            "/v1/events?atomic=true",
            Events.BATCH,
            Events.batch(Events.paid("p-2", "alice"), Events.rates("r-5", "1.25")));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Service.json(response).path("items").get(1).path("code").stringValue())
        .isEqualTo("scope-missing");
    assertThat(events.size()).isEqualTo(before);
    assertThat(copiesOf("r-5")).isEmpty();
  }

  @Test
  void shouldTakeABatchOfBothKinds() {
    HttpResponse<String> response =
        publish(
            Events.batch(
                Events.rates("r-6", "1.25"), Events.paid("p-3", "alice"), Events.tenant("t-3")));
    assertThat(response.statusCode()).isEqualTo(202);
    JsonNode items = Service.json(response).path("items");
    assertThat(Service.json(response).path("accepted").intValue()).isEqualTo(3);
    assertThat(items.get(0).has("receipt")).isFalse();
    assertThat(items.get(1).has("receipt")).isTrue();
    assertThat(items.get(2).has("receipt")).isFalse();
    assertThat(copiesOf("r-6")).hasSize(Topics.DEFAULT_PARTITIONS);
    assertThat(copiesOf("t-3")).hasSize(Topics.DEFAULT_PARTITIONS);
    assertThat(copiesOf("p-3")).isEmpty();
  }

  @Test
  void shouldRefuseBothWhereOneIdSaysTwoThings() {
    HttpResponse<String> response =
        publish(
            Events.batch(
                Events.rates("r-7", "1.25"),
                Events.rates("r-7", "1.26"),
                Events.rates("r-8", "1.25")));
    assertThat(response.statusCode()).isEqualTo(207);
    JsonNode items = Service.json(response).path("items");
    assertThat(items.get(0).path("code").stringValue()).isEqualTo("id-conflict");
    assertThat(items.get(1).path("code").stringValue()).isEqualTo("id-conflict");
    assertThat(items.get(2).path("status").stringValue()).isEqualTo("accepted");
    assertThat(copiesOf("r-7")).isEmpty();
  }

  @Test
  void shouldRefuseTheTimeOfRatesThatLieAhead() {
    String ahead = Events.rates("r-9", "1.25").replace(Events.TIME, "2199-01-05T15:00:00Z");
    HttpResponse<String> response = publish(ahead);
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("time-future");
  }

  @Test
  void shouldRefuseWhatCouldNeverBeOnItsWayAtOnce(Backends backends) {
    String[] narrow = {"perennial.ingest.max-batch=5", "perennial.ingest.max-in-flight=20"};
    String broker = backends.kafka().bootstrapServers();
    try (Service small = Service.start(broker, backends.mongodb().uri(), narrow)) {
      String one = Events.tenant("n-1");
      String two = Events.batch(Events.tenant("n-2"), Events.tenant("n-3"));
      assertThat(small.post(Events.STRUCTURED, one).statusCode()).isEqualTo(202);
      HttpResponse<String> refused = small.post(Events.BATCH, two);
      assertThat(refused.statusCode()).isEqualTo(413);
      assertThat(Service.json(refused).path("code").stringValue()).isEqualTo("batch-too-large");
      assertThat(copiesOf("n-2")).isEmpty();
      // Its room was given back: as much as it was needs all of it.
      assertThat(small.post(Events.STRUCTURED, one).statusCode()).isEqualTo(202);
    }
  }

  private static HttpResponse<String> publish(String body) {
    return service.postWith(bank, "/v1/events", "application/json", body);
  }

  private static List<ConsumerRecord<byte[], byte[]>> copiesOf(String id) {
    return topic.all().stream()
        .filter(record -> decoded(record).fact().id().id().equals(id))
        .toList();
  }

  private static ReferenceEvent decoded(ConsumerRecord<byte[], byte[]> record) {
    Decoding decoding = EventRecordCodec.decode(record.headers(), record.value());
    return ((Decoding.DecodedReference) decoding).event();
  }
}
