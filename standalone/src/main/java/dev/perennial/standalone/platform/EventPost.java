package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.standalone.platform.Batches.Batch;
import dev.perennial.standalone.sample.Refusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request to ingest, again and again until it is answered with neither 503 nor 429. */
final class EventPost {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Set<Integer> NOT_NOW = Set.of(429, 503);
  private static final int ACCEPTED = 202;
  private static final int SOME_ACCEPTED = 207;

  private static final String BACKFILL = "mode=backfill";

  /** Of an item that is durable; a duplicate is so since it was posted first. */
  private static final Set<String> TAKEN = Set.of("accepted", "duplicate");

  private final URI events;
  private final String key;
  private final Duration patience;

  /**
   * @param ingest its root
   * @param patience how long one request is retried
   */
  EventPost(URI ingest, String key, Duration patience) {
    this.events = ingest.resolve("/v1/events");
    this.key = key;
    this.patience = patience;
  }

  /** Every event of it is to be accepted; of what belongs to no subscriber there is no receipt. */
  LoadReport batch(Batch batch) {
    AtomicInteger retries = new AtomicInteger();
    byte[] body = ("[" + String.join(",", batch.events()) + "]").getBytes(UTF_8);
    String query = batch.history() ? BACKFILL : "";
    HttpResponse<String> answer = answered(request(query, BATCH, body), retries);
    JsonNode json = json(answer);
    List<String> receipts = new ArrayList<>();
    Map<String, Integer> refused = new TreeMap<>();
    int accepted = 0;
    for (JsonNode item : json.path("items")) {
      if (TAKEN.contains(item.path("status").asString(""))) {
        accepted++;
        item.path("receipt").asStringOpt().ifPresent(receipts::add);
      } else {
        refused.merge(item.path("code").asString("unknown"), 1, Integer::sum);
      }
    }
    boolean taken = answer.statusCode() == ACCEPTED && accepted == batch.events().size();
    List<String> surprises = taken ? List.of() : List.of(surprise("a batch", answer, json));
    return new LoadReport(
        batch.events().size(),
        accepted,
        refused,
        retries.get(),
        receipts,
        surprises,
        Duration.ZERO);
  }

  /** It is to be refused, with the status and the code that it names. */
  LoadReport refusal(Refusal refusal) {
    AtomicInteger retries = new AtomicInteger();
    byte[] body = refusal.body().getBytes(ISO_8859_1);
    HttpResponse<String> answer =
        answered(request(refusal.query(), refusal.contentType(), body), retries);
    JsonNode json = json(answer);
    TreeSet<String> codes = codes(json);
    boolean taken = answer.statusCode() == ACCEPTED || answer.statusCode() == SOME_ACCEPTED;
    boolean expected = answer.statusCode() == refusal.status() && codes.contains(refusal.code());
    return new LoadReport(
        1,
        taken ? 1 : 0,
        taken ? Map.of() : Map.of(codes.isEmpty() ? "unknown" : codes.getFirst(), 1),
        retries.get(),
        List.of(),
        expected ? List.of() : List.of(surprise(refusal.what(), answer, json)),
        Duration.ZERO);
  }

  /** Those of its items say more than a batch's own. */
  private static TreeSet<String> codes(JsonNode json) {
    TreeSet<String> codes = new TreeSet<>();
    json.path("items").forEach(item -> codes.add(item.path("code").asString("")));
    codes.remove("");
    if (codes.isEmpty() && json.has("code")) {
      codes.add(json.path("code").asString());
    }
    return codes;
  }

  private static String surprise(String what, HttpResponse<String> answer, JsonNode json) {
    return "%s was answered with %d %s %s"
        .formatted(what, answer.statusCode(), codes(json), json.path("detail").asString(""));
  }

  private HttpRequest request(String query, String contentType, byte[] body) {
    URI uri = query.isEmpty() ? events : URI.create(events + "?" + query);
    return Http.request("POST", uri, key, contentType, body);
  }

  private HttpResponse<String> answered(HttpRequest request, AtomicInteger retries) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try {
        HttpResponse<String> answer = Http.send(request);
        if (!NOT_NOW.contains(answer.statusCode()) || System.nanoTime() > deadline) {
          return answer;
        }
      } catch (IOException nobodyAnswered) {
        if (System.nanoTime() > deadline) {
          throw new PlatformException("ingest does not answer at " + events, nobodyAnswered);
        }
      }
      retries.incrementAndGet();
      if (!Await.pause(PAUSE)) {
        throw new PlatformException("interrupted while posting to " + events);
      }
    }
  }

  private static JsonNode json(HttpResponse<String> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
  }
}
