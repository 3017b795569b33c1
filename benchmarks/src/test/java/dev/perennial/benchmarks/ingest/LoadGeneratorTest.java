package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is sent is valid and never the same, and everything is counted. */
class LoadGeneratorTest {

  private static final Instant TIME = Instant.parse("2026-11-01T10:00:00Z");
  private static final Pattern ID = Pattern.compile("\"id\":\"(evt-[0-9]{12})\"");

  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger refusedFrom = new AtomicInteger(Integer.MAX_VALUE);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/events", this::take);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSendValidEventsNoneOfThemTwice() {
    Payment payment = new Payment(TIME);
    Arrival arrival = new Arrival("acme", TIME, Mode.LIVE);
    List<String> different = LongStream.range(0, 3).mapToObj(payment::event).distinct().toList();

    assertThat(different)
        .hasSize(3)
        .allSatisfy(
            event ->
                assertThat(EventCodec.decode(new JsonMapper().readTree(event), arrival))
                    .isInstanceOf(Decoding.Decoded.class));
  }

  @Test
  void shouldCountEverythingThatWasAcceptedWhateverItsForm() throws IOException {
    LoadGenerator generator = new LoadGenerator("key");
    long first = 1;
    for (Form form : Form.values()) {
      events.set(0);
      Figures figures = generator.run(order(form, first));
      assertThat(figures.all()).isEqualTo(events.get()).isGreaterThanOrEqualTo(figures.events());
      assertThat(Figures.parse(figures.text()).all()).isEqualTo(figures.all());
      first += figures.all();
    }
    assertThat(ids).hasSize((int) first - 1);
  }

  @Test
  void shouldFailWhereAnythingIsRefused() {
    refusedFrom.set(0);

    assertThatThrownBy(() -> new LoadGenerator("key").run(order(Form.SINGLE, 1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("Status 503: no");
  }

  private Order order(Form form, long first) {
    Order order = new Order(server.getAddress().getPort(), form, 3, first, 50, 200, TIME);
    assertThat(Order.parse(order.text())).isEqualTo(order);
    return order;
  }

  private void take(HttpExchange exchange) throws IOException {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type.equals("application/x-ndjson")) {
      lines(exchange);
      return;
    }
    int before = events.get();
    note(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (before % 50 == 0) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    byte[] body = (before < refusedFrom.get() ? "yes" : "no").getBytes(UTF_8);
    exchange.sendResponseHeaders(before < refusedFrom.get() ? 202 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void lines(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    int number = 0;
    try (var lines = new BufferedReader(new InputStreamReader(exchange.getRequestBody(), UTF_8));
        var out = exchange.getResponseBody()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        note(line);
        number++;
        out.write(
            "{\"line\":%d,\"status\":\"accepted\",\"id\":\"i\"}%n"
                .formatted(number)
                .getBytes(UTF_8));
      }
      out.write(
          "{\"summary\":{\"accepted\":%d,\"duplicate\":0},\"resumeFrom\":null}%n"
              .formatted(number)
              .getBytes(UTF_8));
    }
  }

  private void note(String body) {
    ID.matcher(body)
        .results()
        .forEach(
            id -> {
              ids.add(id.group(1));
              events.incrementAndGet();
            });
  }
}
