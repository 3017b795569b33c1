package dev.perennial.operations.connect;

import dev.perennial.operations.Deadline;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Connect's REST interface, as far as we use it. */
final class ConnectRest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(30);
  private static final Duration REBALANCED_WITHIN = Duration.ofSeconds(60);
  private static final int NOT_FOUND = 404;
  private static final int REBALANCING = 409;
  private static final int FIRST_ERROR = 400;
  private static final int FIRST_SERVER_ERROR = 500;

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  ConnectRest(URI base) {
    this.base = base;
  }

  /** Empty where there is no such thing. */
  Optional<JsonNode> get(String path) {
    return send("GET", path, null);
  }

  Optional<JsonNode> put(String path, Object body) {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  /** Empty where there was no such thing. */
  Optional<JsonNode> delete(String path) {
    return send("DELETE", path, null);
  }

  Optional<JsonNode> post(String path) {
    return send("POST", path, null);
  }

  /** A name as a part of a path. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Optional<JsonNode> send(String method, String path, @Nullable String body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(ANSWERS_WITHIN)
            .header("Content-Type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = onceBalanced(request);
    if (response.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (response.statusCode() >= FIRST_ERROR) {
      throw new OperationException(
          "Kafka Connect refused %s %s: %s".formatted(method, path, messageOf(response)));
    }
    return Optional.of(JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
  }

  /** Workers that share their connectors out anew answer 409 until they have. */
  private HttpResponse<String> onceBalanced(HttpRequest request) {
    List<HttpResponse<String>> answers = new ArrayList<>();
    boolean balanced =
        Deadline.await(
            REBALANCED_WITHIN,
            () -> {
              answers.add(exchange(request));
              return !isRebalancing(answers.getLast());
            });
    if (!balanced) {
      throw new OperationException("Kafka Connect is still rebalancing");
    }
    return answers.getLast();
  }

  /** A worker that is about to says so with 500 to some requests. */
  private static boolean isRebalancing(HttpResponse<String> answer) {
    return answer.statusCode() == REBALANCING
        || (answer.statusCode() >= FIRST_SERVER_ERROR && answer.body().contains("rebalance"));
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new OperationException("Kafka Connect does not answer at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationException("Interrupted", e);
    }
  }

  private static String messageOf(HttpResponse<String> response) {
    try {
      String message = JSON.readTree(response.body()).path("message").asString("");
      return response.statusCode() + " " + Redaction.oneLine(message);
    } catch (JacksonException e) {
      return Integer.toString(response.statusCode());
    }
  }
}
