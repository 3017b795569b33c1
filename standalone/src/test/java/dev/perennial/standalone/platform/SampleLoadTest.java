package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.standalone.sample.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which requests a sample goes, and what a second start sends again. */
class SampleLoadTest {
  private static final Instant AT = Instant.parse("2026-11-23T01:10:00Z");
  private static final String FORGOTTEN = "forgotten";

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private URI root;
  @TempDir private Path data;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::accept);
    server.start();
    root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void accept(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String query = exchange.getRequestURI().getQuery();
    requests.add((query == null ? "live" : query) + " " + body);
    int events = body.split("\"id\":", -1).length - 1;
    String items = String.join(",", Collections.nCopies(events, "{\"status\":\"accepted\"}"));
    byte[] answer = ("{\"items\":[" + items + "]}").getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(202, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Test
  void historyAndNewsGoApartAndOtherContentOfAnIdLast() {
    LoadReport report = load(AT, false);

    assertThat(report.accepted()).isEqualTo(4);
    assertThat(requests)
        .hasSize(4)
        .endsWith(FORGOTTEN, "live [" + event("b", 1, 2) + "]")
        .contains("mode=backfill [" + event("a", 400, 1) + "]")
        .contains("live [" + event("b", 1, 1) + "," + event("c", 30, 1) + "]");
  }

  @Test
  void aSecondStartPostsAndForgetsNothing() {
    load(AT, false);
    requests.clear();

    assertThat(load(AT.plus(Duration.ofDays(90)), true).accepted()).isEqualTo(4);
    assertThat(requests).isEmpty();
  }

  @Test
  void whatIsPostedDaysLaterIsHistoryByThen() {
    load(AT.plus(Duration.ofDays(5)), false);

    assertThat(requests)
        .filteredOn(request -> !request.equals(FORGOTTEN))
        .hasSize(3)
        .allMatch(request -> request.startsWith("mode=backfill "));
  }

  private LoadReport load(Instant now, boolean onlyNew) {
    List<String> events =
        List.of(event("a", 400, 1), event("b", 1, 1), event("b", 1, 2), event("c", 30, 1));
    EventPost post = new EventPost(root, "key", Duration.ofSeconds(5));
    return new SampleLoad(
            post,
            LoadJournal.in(data),
            () -> requests.add(FORGOTTEN),
            Clock.fixed(now, ZoneOffset.UTC))
        .load(new Sample(7, AT, events, List.of(), List.of()), onlyNew);
  }

  private static String event(String id, int daysAgo, int data) {
    return "{\"source\":\"/billing\",\"id\":\"%s\",\"time\":\"%s\",\"data\":%d}"
        .formatted(id, AT.minus(Duration.ofDays(daysAgo)), data);
  }
}
