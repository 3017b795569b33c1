package dev.perennial.standalone.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.backends.ReceivedMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Tells the dashboard's mail page, on loopback, what the development mail server took. */
final class MailApi implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpServer server;
  private final Supplier<List<ReceivedMail>> mails;

  MailApi(Supplier<List<ReceivedMail>> mails) {
    this.mails = mails;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Threads::start);
    server.createContext("/messages", this::answer);
    server.start();
  }

  /** Its root; {@code GET /messages} lists all, oldest first. */
  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      byte[] body = JSON.writeValueAsBytes(messages());
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private List<Map<String, String>> messages() {
    List<Map<String, String>> messages = new ArrayList<>();
    for (ReceivedMail mail : mails.get()) {
      Map<String, String> message = new LinkedHashMap<>();
      message.put("id", Integer.toString(messages.size() + 1));
      message.put("receivedAt", mail.receivedAt().toString());
      message.put("to", String.join(", ", mail.to()));
      message.put("subject", mail.subject());
      message.put("text", mail.text());
      message.put("html", mail.html());
      messages.add(message);
    }
    return messages;
  }
}
