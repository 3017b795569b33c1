package dev.perennial.ingest.ndjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import dev.perennial.ingest.faults.IngestProcess;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A million events in one request: the service has 128 MB of heap, and ends if it wants more. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
@Tag("large")
class MillionLinesTest {

  private static final int EVENTS = 1_000_000;
  private static final int TOGETHER = 100;
  private static final int HEAP_MEGABYTES = 128;
  private static final int SUBSCRIBERS = 10_000;

  @TempDir private Path folder;

  @Test
  void shouldTakeAMillionEventsInOneRequestAndABoundedHeap(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    String mongodb = backends.mongodb().uri();
    String key = Service.newKeyIn(mongodb, "acme", Scope.EVENTS_WRITE);
    try (EventsTopic topic = EventsTopic.open(broker);
        IngestProcess ingest =
            IngestProcess.start(
                folder,
                HEAP_MEGABYTES,
                "perennial.kafka.bootstrap-servers=" + broker,
                "perennial.mongodb.uri=" + mongodb,
                "perennial.environment=development")) {
      await().atMost(Duration.ofMinutes(1)).until(ingest::isReady);
      long before = topic.size();
      long start = System.nanoTime();
      JsonNode summary = stream(ingest, key);
      double seconds = (System.nanoTime() - start) / 1e9;
      assertThat(summary.at("/summary/accepted").intValue()).isEqualTo(EVENTS);
      assertThat(topic.size()).isEqualTo(before + EVENTS);
      System.out.printf(
          "%,d events in one request: %.0f s, %,.0f a second, -Xmx%dm, %d MB in use behind it%n",
          EVENTS, seconds, EVENTS / seconds, HEAP_MEGABYTES, ingest.heapInUse() >> 20);
    }
  }

  private static JsonNode stream(IngestProcess ingest, String key) {
    URI events = URI.create("http://127.0.0.1:" + ingest.port() + "/v1/events");
    try (StreamClient client = StreamClient.open(events, key)) {
      var sending = CompletableFuture.runAsync(() -> send(client), Thread::startVirtualThread);
      JsonNode last = client.next();
      while (!last.has("summary")) {
        assertThat(last.path("status").asString("")).isEqualTo("accepted");
        last = client.next();
      }
      sending.join();
      return last;
    }
  }

  private static void send(StreamClient client) {
    for (int first = 0; first < EVENTS; first += TOGETHER) {
      StringBuilder lines = new StringBuilder();
      for (int event = first; event < first + TOGETHER; event++) {
        lines.append(StreamClient.line(Events.paid("m-" + event, "s" + event % SUBSCRIBERS)));
      }
      client.send(lines.toString());
    }
    client.end();
  }
}
