package dev.perennial.operations.rates;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** POST /v1/events with a batch, as ingest-api answers it. */
final class Ingest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
  private static final Duration UNLESS_IT_SAYS = Duration.ofSeconds(2);

  private final URI live;
  private final URI backfill;
  private final URI base;
  private final String key;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  /** What ingest said of a batch. */
  sealed interface Answer {

    /**
     * @param items one an event, in their order
     */
    record Items(List<Item> items) implements Answer {}

    /** Nothing was taken, or nobody knows; sending it again is safe. */
    record Later(Duration after) implements Answer {}

    /** Nothing was taken: fewer events might be. */
    record TooLarge() implements Answer {}
  }

  /** What became of one event. */
  enum Outcome {
    ACCEPTED,

    /** Ingest had it already. */
    KNOWN,
    REJECTED,
    UNACKNOWLEDGED
  }

  /**
   * @param code why it was rejected; empty where it was not
   */
  record Item(Outcome outcome, String code) {}

  /**
   * @param base where ingest-api is
   */
  Ingest(URI base, String key) {
    this.base = base;
    this.key = key;
    try {
      this.live = URI.create(base.toString().replaceFirst("/+$", "") + "/v1/events");
      this.backfill = URI.create(live + "?mode=backfill");
      HttpRequest.newBuilder(live);
    } catch (IllegalArgumentException none) {
      throw new OperationException("The address of ingest is an http or https URL");
    }
  }

  /**
   * @param history whether some of it lies farther back than ingest takes as news
   * @throws OperationException if it does not answer, or refuses the key or all of it
   */
  Answer post(List<? extends JsonNode> batch, boolean history) {
    HttpResponse<String> response = send(history ? backfill : live, JSON.writeValueAsString(batch));
    return switch (response.statusCode()) {
      case 202, 207, 422 -> items(response, batch.size());
      case 429, 503 -> new Answer.Later(retryAfter(response));
      case 413 -> new Answer.TooLarge();
      case 401 -> throw new OperationException("Ingest does not accept the API key");
      case 403 -> throw new OperationException(lacking(history));
      default ->
          throw new OperationException(
              "Ingest answered %d %s".formatted(response.statusCode(), code(response)));
    };
  }

  private static String lacking(boolean history) {
    return history
        ? "The API key lacks the scope events:backfill, which rates of more than 30 days ago need"
            + " beside events:write"
        : "The API key lacks the scope events:write";
  }

  private HttpResponse<String> send(URI events, String body) {
    try {
      return client.send(
          HttpRequest.newBuilder(events)
              .timeout(ANSWERS_WITHIN)
              .header("Content-Type", "application/cloudevents-batch+json")
              .header("Authorization", "Bearer " + key)
              .POST(BodyPublishers.ofString(body))
              .build(),
          BodyHandlers.ofString());
    } catch (IOException e) {
      throw new OperationException(
          "Ingest does not answer at " + Redaction.oneLine(base.toString()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationException("Interrupted", e);
    }
  }

  private static Answer items(HttpResponse<String> response, int sent) {
    List<Item> items = json(response).path("items").valueStream().map(Ingest::item).toList();
    if (items.size() != sent) {
      throw new OperationException(
          "Ingest answered %d %s".formatted(response.statusCode(), code(response)));
    }
    return new Answer.Items(items);
  }

  private static Item item(JsonNode item) {
    return switch (item.path("status").asString("")) {
      case "accepted" -> new Item(Outcome.ACCEPTED, "");
      case "duplicate" -> new Item(Outcome.KNOWN, "");
      case "unacknowledged" -> new Item(Outcome.UNACKNOWLEDGED, "");
      // Also what a later release may answer: neither success nor worth another try.
      default ->
          new Item(Outcome.REJECTED, Redaction.oneLine(item.path("code").asString("rejected")));
    };
  }

  private static Duration retryAfter(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(UNLESS_IT_SAYS);
  }

  private static String code(HttpResponse<String> response) {
    return Redaction.oneLine(json(response).path("code").asString(""));
  }

  /** Something between us and ingest may answer with anything. */
  private static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (JacksonException other) {
      return JSON.createObjectNode();
    }
  }
}
