package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.standalone.platform.Platform;
import dev.perennial.standalone.platform.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dashboard's read API, asked with the tenant's key. */
final class DashboardApi {

  private static final Pattern AS_OF = Pattern.compile("\"asOf\":\"([^\"]+)\"");
  private static final Pattern SUBSCRIBER = Pattern.compile("\"subscriberId\":\"([^\"]+)\"");

  private final Platform platform;
  private final HttpClient http = HttpClient.newHttpClient();

  DashboardApi(Platform platform) {
    this.platform = platform;
  }

  String firstSubscriber() {
    return first(SUBSCRIBER, get("/api/v1/subscribers"));
  }

  Instant asOf(String subscriber) {
    return Instant.parse(
        first(AS_OF, get("/api/v1/subscribers/" + segment(subscriber) + "/summary")));
  }

  /** An id as a segment of a path; ids may hold what means something there. */
  static String segment(String id) {
    return URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }

  private static String first(Pattern pattern, String json) {
    Matcher matcher = pattern.matcher(json);
    if (!matcher.find()) {
      throw new AssertionError("No " + pattern + " in " + json);
    }
    return matcher.group(1);
  }

  private String get(String path) {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(platform.url(Service.DASHBOARD).resolve(path))
                  .timeout(Duration.ofSeconds(20))
                  .header("Authorization", "Bearer " + platform.apiKey())
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new AssertionError(path + " answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
