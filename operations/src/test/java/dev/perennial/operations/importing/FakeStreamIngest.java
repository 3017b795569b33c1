package dev.perennial.operations.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * Answers streams line by line as ingest-api documents it, ending each as it is told; then takes
 * everything. A line with the word bad in it is rejected.
 */
public final class FakeStreamIngest implements AutoCloseable {

  public final List<String> taken = Collections.synchronizedList(new ArrayList<>());
  public final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Ending> endings = new ArrayDeque<>();
  private final HttpServer server;

  /**
   * @param status other than 200: an answer that is no stream
   * @param after how many lines are answered before
   */
  private record Ending(int status, int after, String reason) {}

  public FakeStreamIngest() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/events", this::answer);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next stream ends after so many lines; {@code cut} ends it without a word. */
  void nextEnds(int after, String reason) {
    endings.add(new Ending(200, after, reason));
  }

  public void nextRefuses(int status, String code) {
    endings.add(new Ending(status, 0, code));
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
    Ending ending =
        endings.isEmpty() ? new Ending(200, Integer.MAX_VALUE, "") : endings.removeFirst();
    exchange.sendResponseHeaders(ending.status(), 0);
    try (OutputStream out = exchange.getResponseBody()) {
      if (ending.status() == 200) {
        stream(exchange, ending, out);
      } else {
        out.write("{\"code\":\"%s\"}".formatted(ending.reason()).getBytes(UTF_8));
      }
    }
  }

  private void stream(HttpExchange exchange, Ending ending, OutputStream out) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(exchange.getRequestBody(), UTF_8));
    int number = 0;
    while (number < ending.after()) {
      String line = lines.readLine();
      if (line == null) {
        say(out, "{\"summary\":{},\"resumeFrom\":null,\"reason\":null}");
        return;
      }
      number++;
      result(out, number, line);
    }
    if (ending.reason().equals("cut")) {
      out.flush();
      throw new IOException("cut off");
    }
    if (ending.reason().equals("unacknowledged")) {
      say(out, "{\"line\":%d,\"status\":\"unacknowledged\"}".formatted(number + 1));
      say(out, "{\"line\":%d,\"status\":\"accepted\"}".formatted(number + 2));
    }
    say(
        out,
        "{\"summary\":{},\"resumeFrom\":%d,\"reason\":\"%s\"}"
            .formatted(number + 1, ending.reason()));
  }

  private void result(OutputStream out, int number, String line) throws IOException {
    if (line.contains("bad") || line.equals("\"\"")) {
      say(
          out,
          "{\"line\":%d,\"status\":\"rejected\",\"code\":\"enum\",\"pointer\":\"/a\",\"detail\":\"d\"}"
              .formatted(number));
      return;
    }
    taken.add(line);
    say(out, "{\"line\":%d,\"status\":\"accepted\",\"id\":\"x\"}".formatted(number));
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
