package dev.perennial.operations.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Answers as ingest-api says that it does, by the answers it is given; then accepts everything. */
public final class FakeIngest implements AutoCloseable {

  /** What it was sent, by request, as the contracts read it. */
  public final List<List<ReferenceEvent>> batches = Collections.synchronizedList(new ArrayList<>());

  /** The query of each request; empty where there was none. */
  public final List<String> queries = Collections.synchronizedList(new ArrayList<>());

  public final List<String> keys = Collections.synchronizedList(new ArrayList<>());
  private static final Set<String> STATUSES =
      Set.of("accepted", "duplicate", "unacknowledged", "deferred");

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final HttpServer server;

  private record Reply(int status, String retryAfter, String body) {}

  public FakeIngest() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/events", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void next(int status, String body) {
    replies.add(new Reply(status, "", body));
  }

  void nextUnavailable(String retryAfter) {
    replies.add(new Reply(503, retryAfter, "{\"code\":\"unacknowledged\"}"));
  }

  /** What became of each event of the next batch: a status, else the code of a rejection. */
  public void nextItems(int status, String... statuses) {
    next(
        status,
        IntStream.range(0, statuses.length)
            .mapToObj(index -> item(index, statuses[index]))
            .collect(Collectors.joining(",", "{\"items\":[", "]}")));
  }

  private static String item(int index, String status) {
    String code = STATUSES.contains(status) ? "" : status;
    return "{\"index\":%d,\"status\":\"%s\"%s}"
        .formatted(
            index,
            code.isEmpty() ? status : "rejected",
            code.isEmpty() ? "" : ",\"code\":\"" + code + "\"");
  }

  List<String> ids(int batch) {
    return batches.get(batch).stream().map(event -> event.fact().id().id()).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    queries.add(Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""));
    List<ReferenceEvent> events = read(exchange);
    batches.add(events);
    Reply reply = replies.isEmpty() ? accepted(events.size()) : replies.removeFirst();
    if (!reply.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", reply.retryAfter());
    }
    byte[] body = reply.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static List<ReferenceEvent> read(HttpExchange exchange) throws IOException {
    List<ReferenceEvent> events = new ArrayList<>();
    var arrival = new Arrival("acme", Instant.parse("2026-11-28T00:00:00Z"), Mode.LIVE);
    for (JsonNode json : StrictJson.parse(exchange.getRequestBody().readAllBytes())) {
      events.add(((Decoding.DecodedReference) EventCodec.decode(json, arrival)).event());
    }
    return events;
  }

  private static Reply accepted(int events) {
    String items =
        IntStream.range(0, events)
            .mapToObj(index -> item(index, "accepted"))
            .collect(Collectors.joining(","));
    return new Reply(
        202, "", "{\"accepted\":%d,\"notAccepted\":0,\"items\":[%s]}".formatted(events, items));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
