package dev.perennial.operations.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pauses between restarts, against a stub: a real task does not fail by the clock. */
class ConnectorSupervisorTest {

  private static final String STATUS =
      """
      {"sink": {"status": {"name": "sink", "connector": {"state": "RUNNING"},
        "tasks": [{"id": 0, "state": "%s", "trace": "Timed out at mongodb://u:secret@h\\n\\tat x"}]}}}
      """;

  private final List<String> restarts = Collections.synchronizedList(new ArrayList<>());
  private final TestClock clock = new TestClock();
  private volatile String state = "FAILED";
  private volatile int answer = 200;
  private HttpServer worker;
  private ConnectorSupervisor supervisor;

  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  ConnectorSupervisorTest() throws Exception {
    worker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    supervisor =
        new ConnectorSupervisor(
            new ConnectorAdmin(URI.create("http://127.0.0.1:" + worker.getAddress().getPort())),
            clock);
  }

  @BeforeEach
  void start() {
    worker.createContext(
        "/",
        exchange -> {
          boolean restart = exchange.getRequestMethod().equals("POST");
          if (restart) {
            restarts.add(exchange.getRequestURI().toString());
          }
          byte[] body = STATUS.formatted(state).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(restart ? 202 : answer, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    worker.start();
  }

  @AfterEach
  void stop() {
    supervisor.close();
    worker.stop(0);
  }

  @Test
  void shouldRestartWhatHasFailedAndNothingElse() {
    assertThat(supervisor.check()).containsExactly("sink");
    assertThat(restarts)
        .containsExactly("/connectors/sink/restart?includeTasks=true&onlyFailed=true");
  }

  @Test
  void shouldLeaveAloneWhatRunsOrIsPaused() {
    state = "RUNNING";
    assertThat(supervisor.check()).isEmpty();
    state = "PAUSED";
    assertThat(supervisor.check()).isEmpty();
    assertThat(restarts).isEmpty();
  }

  @Test
  void shouldWaitTwiceAsLongEachTimeUpToAMinute() {
    List<Long> pauses = new ArrayList<>();
    Instant last = clock.now;
    supervisor.check();
    while (pauses.size() < 8) {
      clock.now = clock.now.plusSeconds(1);
      if (!supervisor.check().isEmpty()) {
        pauses.add(Duration.between(last, clock.now).toSeconds());
        last = clock.now;
      }
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldBeginAnewAfterAQuietTime() {
    supervisor.check();
    clock.now = clock.now.plusSeconds(1);
    supervisor.check();
    clock.now = clock.now.plusSeconds(181);
    supervisor.check();
    clock.now = clock.now.plusSeconds(1);
    assertThat(supervisor.check()).containsExactly("sink");
  }

  @Test
  void shouldGoOnLookingAfterAWorkerThatAnswersNonsense() {
    answer = 500;
    supervisor.start(Duration.ofMillis(20));
    Awaitility.await().during(Duration.ofMillis(200)).until(restarts::isEmpty);
    answer = 200;
    Awaitility.await().untilAsserted(() -> assertThat(restarts).hasSize(1));
  }

  @Test
  void aStatusShouldSayWhyButNoSecret() {
    var admin = new ConnectorAdmin(URI.create("http://127.0.0.1:" + worker.getAddress().getPort()));
    assertThat(admin.status().getFirst().text())
        .isEqualTo("sink RUNNING, task 0 FAILED (Timed out at mongodb://***@h)");
  }
}
