package dev.perennial.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.KafkaBroker;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A broker of each test's own, because it is stopped. */
@WithBackends(Backend.MONGODB)
class BrokerAwayTest {

  private static final Duration DEADLINE = Duration.ofSeconds(12);

  /** For a machine that builds other things too. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Executor THREADS = Thread::startVirtualThread;

  @TempDir private Path folder;

  @Test
  void shouldNeverAcceptWithoutTheBrokerAndRecover(Backends backends) {
    try (KafkaBroker broker = KafkaBroker.start(folder);
        EventsTopic topic = EventsTopic.open(broker.bootstrapServers());
        Service service = Service.start(broker.bootstrapServers(), backends.mongodb().uri())) {
      assertThat(post(service, "before").statusCode()).isEqualTo(202);
      broker.stop();
      assertUnacknowledged(service);
      assertThat(service.health("/readiness")).isEqualTo(503);
      assertThat(service.health("/liveness")).isEqualTo(200);
      broker.restart();
      await().atMost(PATIENCE).until(() -> post(service, "after").statusCode() == 202);
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(service.health("/readiness")).isEqualTo(200));
      assertThat(ids(topic)).contains("before", "after");
    }
  }

  @Test
  void shouldKnowTheTopicsBeforeTheFirstEvent(Backends backends) {
    try (KafkaBroker broker = KafkaBroker.start(folder);
        EventsTopic topic = EventsTopic.open(broker.bootstrapServers());
        Service service = Service.start(broker.bootstrapServers(), backends.mongodb().uri())) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(service.metrics())
                      .contains("perennial_ingest_producer_connection_count"));
      assertThat(ids(topic)).isEmpty();
    }
  }

  private static void assertUnacknowledged(Service service) {
    long start = System.nanoTime();
    HttpResponse<String> single = post(service, "during");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
    assertThat(single.statusCode()).isEqualTo(503);
    assertThat(single.headers().firstValue("Retry-After")).isPresent();
    assertThat(code(single)).isEqualTo("unacknowledged");
    String bad = Events.started("bad").replace("EUR", "EUX");
    HttpResponse<String> batch =
        service.post(Events.BATCH, Events.batch(Events.started("during"), bad));
    assertThat(batch.statusCode()).isEqualTo(503);
    assertThat(batch.headers().firstValue("Retry-After")).isPresent();
    JsonNode items = Service.json(batch).path("items");
    assertThat(items.get(0).path("status").stringValue()).isEqualTo("unacknowledged");
    assertThat(items.get(1).path("status").stringValue()).isEqualTo("rejected");
  }

  @Test
  void shouldStartWithoutABroker(Backends backends) {
    String nobody = "127.0.0.1:" + FreePorts.next();
    try (Service service = Service.start(nobody, backends.mongodb().uri())) {
      assertThat(service.health("/liveness")).isEqualTo(200);
      assertThat(service.health("/readiness")).isEqualTo(503);
      long start = System.nanoTime();
      String batch =
          Events.batch(
              IntStream.range(0, 50)
                  .mapToObj(index -> Events.started("e-" + index))
                  .toArray(String[]::new));
      assertThat(service.post(Events.BATCH, batch).statusCode()).isEqualTo(503);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
    }
  }

  @Test
  void shouldRefuseAtOnceWhenTooMuchIsOnItsWay(Backends backends) {
    String nobody = "127.0.0.1:" + FreePorts.next();
    String[] narrow = {"perennial.ingest.max-batch=1", "perennial.ingest.max-in-flight=1"};
    try (Service service = Service.start(nobody, backends.mongodb().uri(), narrow)) {
      var first = CompletableFuture.supplyAsync(() -> post(service, "first"), THREADS);
      await()
          .atMost(PATIENCE)
          .until(() -> first.isDone() || code(post(service, "second")).equals("busy"));
      assertThat(first.join().statusCode()).isEqualTo(503);
      var crowd =
          IntStream.range(0, 20)
              .mapToObj(
                  index ->
                      CompletableFuture.supplyAsync(() -> post(service, "c-" + index), THREADS))
              .toList();
      assertThat(crowd.stream().map(CompletableFuture::join).map(BrokerAwayTest::code).distinct())
          .contains("busy");
    }
  }

  @Test
  void shouldKeepEveryEventItAcceptedWhileStopping(Backends backends) {
    Set<String> accepted = new ConcurrentSkipListSet<>();
    try (KafkaBroker broker = KafkaBroker.start(folder);
        EventsTopic topic = EventsTopic.open(broker.bootstrapServers())) {
      List<CompletableFuture<Void>> posts;
      try (Service service = Service.start(broker.bootstrapServers(), backends.mongodb().uri())) {
        posts =
            IntStream.range(0, 200)
                .mapToObj(
                    index ->
                        CompletableFuture.runAsync(
                            () -> postWhileStopping(service, "e-" + index, accepted), THREADS))
                .toList();
        await().atMost(PATIENCE).until(() -> accepted.size() >= 10);
      }
      posts.forEach(post -> post.handle((done, failure) -> null).join());
      assertThat(ids(topic)).containsAll(accepted);
    }
  }

  private static void postWhileStopping(Service service, String id, Set<String> accepted) {
    try {
      if (post(service, id).statusCode() == 202) {
        accepted.add(id);
      }
    } catch (UncheckedIOException refused) {
      // A stopping service takes no new connections; what it did not accept may be lost.
    }
  }

  private static HttpResponse<String> post(Service service, String id) {
    return service.post(Events.STRUCTURED, Events.started(id));
  }

  private static String code(HttpResponse<String> response) {
    return Service.json(response).path("code").asString("");
  }

  private static Set<String> ids(EventsTopic topic) {
    return topic.all().stream()
        .map(found -> EventRecordCodec.decode(found.headers(), found.value()))
        .map(decoding -> ((Decoding.Decoded) decoding).event().fact().id().id())
        .collect(Collectors.toSet());
  }
}
