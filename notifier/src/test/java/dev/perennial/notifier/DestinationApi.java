package dev.perennial.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.domain.SubscriberKey;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** A client of the destinations API with a tenant and a key of its own. */
public final class DestinationApi implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final String base;
  private final String tenantId;
  private final String key;

  private DestinationApi(String base, String tenantId, String key) {
    this.base = base;
    this.tenantId = tenantId;
    this.key = key;
  }

  /** With a new tenant and a key that may write destinations. */
  public static DestinationApi of(ApplicationContext service) {
    return withScopes(service, Set.of(Scope.DESTINATIONS_WRITE));
  }

  public static DestinationApi withScopes(ApplicationContext service, Set<Scope> scopes) {
    var token = ApiKeyToken.generate(new SecureRandom());
    var tenantId = "tenant-" + token.prefix();
    var key = ApiKey.of(token, tenantId, "test", scopes, Instant.EPOCH);
    service
        .getBean(MongoClient.class)
        .getDatabase(ControlDatabase.NAME)
        .getCollection(ControlDatabase.API_KEYS)
        .insertOne(key.toDocument());
    var port = service.getEnvironment().getRequiredProperty("local.server.port");
    return new DestinationApi("http://127.0.0.1:" + port, tenantId, token.text());
  }

  public String tenantId() {
    return tenantId;
  }

  public HttpResponse<String> put(SubscriberKey subscriber, String id, String address) {
    return putJson(subscriber, id, "{\"channel\":\"email\",\"address\":\"%s\"}".formatted(address));
  }

  public HttpResponse<String> putJson(SubscriberKey subscriber, String id, String json) {
    var request = request(subscriber, id).header("Content-Type", "application/json");
    return send(request.PUT(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> get(SubscriberKey subscriber, String id) {
    return send(request(subscriber, id));
  }

  public HttpResponse<String> delete(SubscriberKey subscriber, String id) {
    return send(request(subscriber, id).DELETE());
  }

  /** To be completed; the key is in it. */
  public HttpRequest.Builder request(SubscriberKey subscriber, String id) {
    return HttpRequest.newBuilder(uri(subscriber, id)).header("Authorization", "Bearer " + key);
  }

  public URI uri(SubscriberKey subscriber, String id) {
    return URI.create(
        base
            + "/v1/subscribers/"
            + encode(subscriber.subscriberId())
            + "/destinations/"
            + encode(id));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
  }
}
