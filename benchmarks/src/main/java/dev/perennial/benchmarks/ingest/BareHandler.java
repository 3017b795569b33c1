package dev.perennial.benchmarks.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least that could answer 202 and mean durable: parses the JSON, produces it, and waits. On the
 * JDK's own server and virtual threads, since with ingest's server the cost of that would be on
 * both sides of the comparison, and not be seen.
 */
public final class BareHandler {

  private static final int BACKLOG = 1_024;
  private static final int ACCEPTED = 202;
  private static final int FAILED = 503;
  private static final JsonMapper JSON = new JsonMapper();

  private final Producer<byte[], byte[]> producer;
  private final String topic;

  private BareHandler(Producer<byte[], byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /** Port, bootstrap servers, topic. */
  public static void main(String[] args) throws IOException {
    // Else a small answer waits for the client's acknowledgement, and idle connections are closed.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    var producer =
        new KafkaProducer<>(
            AsIngest.producer(args[1]), new ByteArraySerializer(), new ByteArraySerializer());
    var address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, BACKLOG);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/events", new BareHandler(producer, args[2])::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    try {
      JsonNode root = JSON.readTree(body);
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      if (root.isArray()) {
        root.forEach(event -> sent.add(send(event, JSON.writeValueAsBytes(event))));
      } else {
        sent.add(send(root, body));
      }
      answer(exchange, ACCEPTED, places(sent));
    } catch (ExecutionException unacknowledged) {
      answer(exchange, FAILED, "{}");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      answer(exchange, FAILED, "{}");
    }
  }

  private Future<RecordMetadata> send(JsonNode event, byte[] value) {
    byte[] key = event.path("subscriberid").stringValue().getBytes(UTF_8);
    return producer.send(new ProducerRecord<>(topic, key, value));
  }

  private static String places(List<Future<RecordMetadata>> sent)
      throws ExecutionException, InterruptedException {
    StringJoiner places = new StringJoiner(",", "[", "]");
    for (Future<RecordMetadata> one : sent) {
      RecordMetadata place = one.get();
      places.add("{\"partition\":" + place.partition() + ",\"offset\":" + place.offset() + "}");
    }
    return places.toString();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
