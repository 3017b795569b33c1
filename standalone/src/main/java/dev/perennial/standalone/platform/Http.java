package dev.perennial.standalone.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Requests to the platform's own services. */
final class Http {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(5);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTS_WITHIN)
          .build();

  private Http() {}

  /** A request with the key and a body; each character stands for one byte where latin is set. */
  static HttpRequest request(String method, URI uri, String key, String contentType, byte[] body) {
    return HttpRequest.newBuilder(uri)
        .timeout(ANSWERS_WITHIN)
        .header("Authorization", "Bearer " + key)
        .header("Content-Type", contentType)
        .method(method, BodyPublishers.ofByteArray(body))
        .build();
  }

  /**
   * Sends it once.
   *
   * @throws IOException where nobody answered
   */
  static HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return CLIENT.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformException("interrupted", e);
    }
  }

  /** POST of JSON without a key, as the management port takes it. */
  static HttpResponse<String> post(URI uri, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(uri)
            .timeout(ANSWERS_WITHIN)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  /** Asks one address whether it answers with 200. */
  static final class Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpRequest request;
    private volatile String lastAnswer = "nothing";

    Probe(URI uri) {
      this.request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
    }

    boolean succeeds() {
      try {
        HttpResponse<String> response = send(request);
        lastAnswer = response.statusCode() + " " + response.body();
        return response.statusCode() == 200;
      } catch (IOException nobodyYet) {
        lastAnswer = String.valueOf(nobodyYet.getMessage());
        return false;
      }
    }

    String lastAnswer() {
      return lastAnswer;
    }
  }
}
