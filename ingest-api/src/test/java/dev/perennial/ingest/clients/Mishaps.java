package dev.perennial.ingest.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * Stands before the service and answers a request at its fourth attempt only: the first arrives but
 * its answer is lost, the second is told to wait, the third that the service is busy.
 */
final class Mishaps implements AutoCloseable {

  private static final int LOST = 1;
  private static final int TOO_MANY = 2;
  private static final int BUSY = 3;
  private static final Set<String> PASSED_ON = Set.of("authorization", "content-type");

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI service;

  /** Attempts by what they sent. */
  private final Map<String, Integer> attempts = new HashMap<>();

  private Mishaps(HttpServer server, URI service) {
    this.server = server;
    this.service = service;
  }

  /**
   * @param service any address of it
   */
  static Mishaps before(URI service) throws IOException {
    var nearby = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(nearby, 0);
    Mishaps mishaps = new Mishaps(server, service);
    server.createContext("/", mishaps::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return mishaps;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How often each different request came. */
  synchronized List<Integer> attempts() {
    return List.copyOf(attempts.values());
  }

  private synchronized int attempt(String request) {
    return attempts.merge(request, 1, Integer::sum);
  }

  private void take(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (attempt(new String(body, UTF_8))) {
      case LOST -> {
        forward(exchange, body);
        // Whoever throws here has its connection closed without an answer.
        throw new IOException("the answer is lost");
      }
      case TOO_MANY -> refuse(exchange, 429);
      case BUSY -> refuse(exchange, 503);
      default -> answer(exchange, forward(exchange, body));
    }
  }

  private static void refuse(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().add("Retry-After", "1");
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange.getRequestHeaders().forEach((name, values) -> passOn(request, name, values));
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(stopping));
    }
  }

  private static void passOn(HttpRequest.Builder request, String name, List<String> values) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (PASSED_ON.contains(lower) || lower.startsWith("ce-")) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer)
      throws IOException {
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
