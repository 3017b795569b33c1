package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.standalone.sample.Destination;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Sets where subscribers want to be told, through the notifier's API. */
final class Destinations {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int FIRST_ERROR = 400;

  private Destinations() {}

  /**
   * Puts each once for a data folder: a second start must not bring back those of who was erased.
   *
   * @throws PlatformException where one was refused or nobody answered
   */
  static void put(URI notifier, String key, List<Destination> destinations, LoadJournal journal) {
    for (Destination each : destinations) {
      String path =
          "/v1/subscribers/%s/destinations/%s"
              .formatted(segment(each.subscriberId()), segment(each.id()));
      byte[] body = JSON.writeValueAsBytes(Map.of("channel", "email", "address", each.address()));
      String content = "PUT " + path + "\n" + each.address();
      if (journal.find(content).isEmpty()) {
        put(notifier.resolve(path), key, body);
        journal.note(content, LoadReport.none());
      }
    }
  }

  /** As the oracle wants them: subscriber to destination to address. */
  static Map<String, Map<String, String>> bySubscriber(List<Destination> destinations) {
    Map<String, Map<String, String>> all = new TreeMap<>();
    destinations.forEach(
        each ->
            all.computeIfAbsent(each.subscriberId(), any -> new TreeMap<>())
                .put(each.id(), each.address()));
    return all;
  }

  private static void put(URI uri, String key, byte[] body) {
    try {
      HttpResponse<String> answer =
          Http.send(Http.request("PUT", uri, key, "application/json", body));
      if (answer.statusCode() >= FIRST_ERROR) {
        throw new PlatformException(
            "the notifier refused a destination: " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException e) {
      throw new PlatformException("the notifier does not answer at " + uri.resolve("/"), e);
    }
  }

  private static String segment(String id) {
    return URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }
}
