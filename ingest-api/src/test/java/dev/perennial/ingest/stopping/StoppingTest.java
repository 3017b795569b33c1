package dev.perennial.ingest.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.ingest.Events;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What SIGTERM starts, in this process: the application's context is closed. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class StoppingTest {

  private static final int SENDERS = 16;

  private final Set<String> accepted = new ConcurrentSkipListSet<>();
  private final Collection<Integer> otherAnswers = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean endpoint = new AtomicBoolean(true);
  private final Collection<Throwable> cuts = new ConcurrentLinkedQueue<>();

  @Test
  void shouldBecomeUnreadyFirstAndThenEndWithoutCuttingOrLosingARequest(Backends backends) {
    String broker = backends.kafka().bootstrapServers();
    try (EventsTopic topic = EventsTopic.open(broker)) {
      String wait = "perennial.ingest.drain-wait=4s";
      Service service = Service.start(broker, backends.mongodb().uri(), wait);
      List<CompletableFuture<Void>> senders =
          IntStream.range(0, SENDERS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> sendWhileItIsAnEndpoint(service), Thread::startVirtualThread))
              .toList();
      await().until(() -> accepted.size() > 100);
      var stopped = CompletableFuture.runAsync(service::stop, Thread::startVirtualThread);
      await().atMost(Duration.ofSeconds(4)).until(() -> service.health("/readiness") == 503);
      HttpResponse<String> last = post(service, "last");
      assertThat(last.statusCode()).isEqualTo(202);
      assertThat(last.headers().firstValue("Connection")).contains("close");
      // A load balancer heard of it by now, and the last requests are still open.
      endpoint.set(false);
      stopped.join();
      senders.forEach(CompletableFuture::join);
      service.close();
      assertThat(cuts).isEmpty();
      assertThat(otherAnswers).isEmpty();
      assertThat(ids(topic)).containsAll(accepted);
    }
  }

  private void sendWhileItIsAnEndpoint(Service service) {
    while (endpoint.get()) {
      String id = UUID.randomUUID().toString();
      try {
        int status = post(service, id).statusCode();
        if (status == 202) {
          accepted.add(id);
        } else {
          otherAnswers.add(status);
        }
      } catch (UncheckedIOException failure) {
        cuts.add(failure);
      }
    }
  }

  private static HttpResponse<String> post(Service service, String id) {
    return service.post(Events.STRUCTURED, Events.started(id));
  }

  private static Set<String> ids(EventsTopic topic) {
    return topic.all().stream()
        .map(found -> EventRecordCodec.decode(found.headers(), found.value()))
        .map(decoding -> ((Decoding.Decoded) decoding).event().fact().id().id())
        .collect(Collectors.toSet());
  }
}
