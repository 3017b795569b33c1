package dev.perennial.ingest;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The started service, and keys to it. */
public final class Service implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String DRAIN_WAIT = "perennial.ingest.drain-wait";
  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String mongodbUri;
  private final String key;

  private Service(ConfigurableApplicationContext context, String mongodbUri) {
    this.context = context;
    this.mongodbUri = mongodbUri;
    this.key = newKey("acme", Scope.EVENTS_WRITE);
  }

  public static Service start(String bootstrapServers, String mongodbUri, String... settings) {
    // Nobody sends to a test's service who would have to hear first that it goes away.
    boolean waits = Arrays.stream(settings).anyMatch(setting -> setting.startsWith(DRAIN_WAIT));
    String[] arguments =
        Stream.concat(
                Stream.of(
                    waits ? "spring.main.banner-mode=off" : DRAIN_WAIT + "=0s",
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "management.server.port=0",
                    "perennial.kafka.bootstrap-servers=" + bootstrapServers,
                    "perennial.mongodb.uri=" + mongodbUri),
                Arrays.stream(settings))
            .map(setting -> "--" + setting)
            .toArray(String[]::new);
    return new Service(SpringApplication.run(IngestApi.class, arguments), mongodbUri);
  }

  /** A key in the control database. */
  public String newKey(String tenantId, Scope... scopes) {
    return newKeyIn(mongodbUri, tenantId, scopes);
  }

  /** A key in the control database of that server. */
  public static String newKeyIn(String mongodbUri, String tenantId, Scope... scopes) {
    return newKeyIn(mongodbUri, tenantId, KeyLimits.NONE, scopes);
  }

  /** A key with limits of its own. */
  public String newKey(String tenantId, KeyLimits limits, Scope... scopes) {
    return newKeyIn(mongodbUri, tenantId, limits, scopes);
  }

  private static String newKeyIn(
      String mongodbUri, String tenantId, KeyLimits limits, Scope... scopes) {
    ApiKeyToken token = ApiKeyToken.generate(RANDOM);
    try (MongoClient mongodb = MongoClients.create(mongodbUri)) {
      mongodb
          .getDatabase(ControlDatabase.NAME)
          .getCollection(ControlDatabase.API_KEYS)
          .insertOne(
              ApiKey.of(token, tenantId, "test", Set.of(scopes), PAST, null, limits).toDocument());
    }
    return token.text();
  }

  public HttpResponse<String> post(String contentType, String body) {
    return post("/v1/events", contentType, body);
  }

  public HttpResponse<String> post(String path, String contentType, String body) {
    return postWith(key, path, contentType, body);
  }

  public HttpResponse<String> postWith(
      String otherKey, String path, String contentType, String body) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer " + otherKey)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public HttpResponse<String> post(String contentType, BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        request("/v1/events")
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer " + key)
            .POST(body);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** A GET with the service's own key. */
  public HttpResponse<String> read(String path, String... headers) {
    return readWith(key, path, headers);
  }

  public HttpResponse<String> readWith(String otherKey, String path, String... headers) {
    HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + otherKey);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri("local.server.port", path)).timeout(Duration.ofSeconds(30));
  }

  /** Where events go to, for clients of other kinds. */
  public URI events() {
    return uri("local.server.port", "/v1/events");
  }

  /** The key that tests send unless they say otherwise. */
  public String key() {
    return key;
  }

  public int health(String path) {
    return send(HttpRequest.newBuilder(uri("local.management.port", "/actuator/health" + path)))
        .statusCode();
  }

  public String metrics() {
    return send(HttpRequest.newBuilder(uri("local.management.port", "/actuator/prometheus")))
        .body();
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private URI uri(String port, String path) {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty(port) + path);
  }

  public static JsonNode json(HttpResponse<String> response) {
    return json(response.body());
  }

  public static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  /** Stops the service as SIGTERM does; the client goes on trying. */
  public void stop() {
    context.close();
  }

  @Override
  public void close() {
    stop();
    client.close();
  }
}
