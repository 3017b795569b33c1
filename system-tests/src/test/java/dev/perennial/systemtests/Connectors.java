package dev.perennial.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.standalone.platform.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Connect worker's REST interface, as far as faults need it. */
final class Connectors {

  private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"");

  private static final Pattern TOPICS = Pattern.compile("\"topics\":\"([^\"]+)\"");

  private final URI rest;
  private final HttpClient http = HttpClient.newHttpClient();

  Connectors(Platform platform) {
    this.rest = platform.connect().restUri();
  }

  List<String> names() {
    return NAME.matcher(call("GET", "/connectors").body())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The one topic that a sink reads. */
  String topicOf(String name) {
    Matcher topic = TOPICS.matcher(call("GET", "/connectors/" + name + "/config").body());
    assertThat(topic.find()).as("the topic of " + name).isTrue();
    return topic.group(1);
  }

  void pause(String name) {
    accepted(call("PUT", "/connectors/" + name + "/pause"));
    awaitState(name, "PAUSED");
  }

  void resume(String name) {
    accepted(call("PUT", "/connectors/" + name + "/resume"));
    awaitState(name, "RUNNING");
  }

  /** Has the connector read its topic from the beginning. */
  void rewind(String name) {
    accepted(call("PUT", "/connectors/" + name + "/stop"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> call("DELETE", "/connectors/" + name + "/offsets").statusCode() == 200);
    resume(name);
  }

  private void awaitState(String name, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(states(call("GET", "/connectors/" + name + "/status").body()))
                    .hasSizeGreaterThan(1)
                    .containsOnly(state));
  }

  private static List<String> states(String status) {
    return Pattern.compile("\"state\":\"([A-Z]+)\"")
        .matcher(status)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  private static void accepted(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
  }

  private HttpResponse<String> call(String method, String path) {
    try {
      return http.send(
          HttpRequest.newBuilder(rest.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
