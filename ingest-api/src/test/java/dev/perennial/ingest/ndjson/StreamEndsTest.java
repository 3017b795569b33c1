package dev.perennial.ingest.ndjson;

import static dev.perennial.ingest.ndjson.StreamClient.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.Service;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A broker that nobody can reach: what is sent waits for it, and is not acknowledged. */
@WithBackends(Backend.MONGODB)
class StreamEndsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NOBODY = "127.0.0.1:" + FreePorts.next();

  @Test
  void shouldSayWhereToResumeAndWhy(Backends backends) {
    try (Service service =
        Service.start(
            NOBODY,
            backends.mongodb().uri(),
            "perennial.ingest.max-batch=1",
            "perennial.ingest.max-in-flight=1",
            "perennial.ingest.ndjson.patience=0s",
            "perennial.ingest.ndjson.max-streams=1",
            "perennial.ingest.ndjson.max-duration=4s")) {
      assertUnacknowledged(service);
      assertPartsAreNoRejections(service);
      assertBusy(service);
      assertOverAfterItsTime(service);
    }
  }

  private static void assertUnacknowledged(Service service) {
    try (StreamClient client = StreamClient.open(service)) {
      client.send("{}\n" + line(Events.started("u-1")));
      List<JsonNode> lines = client.rest();
      assertThat(lines.get(1).path("status").stringValue()).isEqualTo("unacknowledged");
      assertEnded(lines.getLast(), 2, "unacknowledged");
    }
  }

  /** Three records never have room together. */
  private static void assertPartsAreNoRejections(Service service) {
    awaitNoStream(service);
    String lines = line(Events.started("p-1")) + line(Events.started("p-2"));
    List<JsonNode> answers = stream(service, lines + line(Events.started("p-3")));
    assertThat(answers.getLast().path("resumeFrom").longValue()).isEqualTo(1);
    assertThat(service.metrics()).doesNotContain("batch-too-large");
    awaitNoStream(service);
  }

  /** The last line is read a moment before its stream gives up its place. */
  private static void awaitNoStream(Service service) {
    await().until(() -> service.metrics().contains("perennial_ingest_streams 0.0"));
  }

  private static void assertBusy(Service service) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              var other =
                  CompletableFuture.supplyAsync(
                      () -> service.post(Events.STRUCTURED, Events.started("other")),
                      Thread::startVirtualThread);
              List<JsonNode> lines = stream(service, line(Events.started("b-1")));
              other.join();
              return lines.getLast().path("reason").asString("").equals("busy")
                  && lines.getLast().path("resumeFrom").longValue() == 1;
            });
  }

  private static List<JsonNode> stream(Service service, String text) {
    try (StreamClient client = StreamClient.open(service)) {
      return client.send(text).end().rest();
    }
  }

  private static void assertOverAfterItsTime(Service service) {
    awaitNoStream(service);
    try (StreamClient client = StreamClient.open(service)) {
      client.send("{}\n").next();
      try (StreamClient another = StreamClient.open(service)) {
        assertThat(another.end().status()).as("more streams than permitted").isEqualTo(503);
      }
      assertEnded(client.next(), 2, "max-duration");
    }
  }

  @Test
  void shouldEndAtOnceWhenTheServiceStops(Backends backends) {
    Service service = Service.start(NOBODY, backends.mongodb().uri());
    try (StreamClient client = StreamClient.open(service)) {
      client.send("{}\n");
      assertThat(client.next().path("status").stringValue()).isEqualTo("rejected");
      var stopping = CompletableFuture.runAsync(service::close, Thread::startVirtualThread);
      assertEnded(client.next(), 2, "draining");
      client.close();
      stopping.join();
    }
  }

  private static void assertEnded(JsonNode last, long resumeFrom, String reason) {
    assertThat(last.path("reason").asString("")).isEqualTo(reason);
    assertThat(last.path("resumeFrom").longValue()).isEqualTo(resumeFrom);
  }
}
