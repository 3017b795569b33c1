package dev.perennial.standalone.platform;

import dev.perennial.standalone.oracle.Json;
import dev.perennial.standalone.sample.Sample;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a list of events into batches, and into rounds of batches. */
final class Batches {

  private Batches() {}

  /**
   * Events that are posted together.
   *
   * @param history whether they lie so far back that they are no news
   */
  record Batch(List<String> events, boolean history) {

    Batch {
      events = List.copyOf(events);
    }

    /** The same, of any age. */
    Batch asHistory() {
      return new Batch(events, true);
    }

    /** What tells it from other batches. */
    String text() {
      return String.join("\n", events);
    }
  }

  /**
   * In order; no batch has one id twice, since two contents of one id in one batch are refused, nor
   * both history and news.
   *
   * @param largest events in a batch, at least 1
   * @param at what is older than {@link Sample#RECENT} by then is history
   */
  static List<Batch> of(List<String> events, int largest, Instant at) {
    Instant recent = at.minus(Sample.RECENT);
    List<Batch> batches = new ArrayList<>();
    List<String> batch = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    boolean history = false;
    for (String event : events) {
      Map<String, Object> json = Json.object(event);
      boolean old = time(json).isBefore(recent);
      if (batch.size() == largest || ids.contains(id(json)) || old != history) {
        addTo(batches, batch, history);
        batch.clear();
        ids.clear();
      }
      history = old;
      batch.add(event);
      ids.add(id(json));
    }
    addTo(batches, batch, history);
    return batches;
  }

  private static void addTo(List<Batch> batches, List<String> events, boolean history) {
    if (!events.isEmpty()) {
      batches.add(new Batch(events, history));
    }
  }

  /**
   * In order; in no round has one id two contents. Ingest refuses other content under an id that it
   * knows, so between two rounds it has to forget them.
   */
  static List<List<String>> rounds(List<String> events) {
    List<List<String>> rounds = new ArrayList<>();
    Map<String, List<String>> contents = new HashMap<>();
    for (String event : events) {
      List<String> known =
          contents.computeIfAbsent(id(Json.object(event)), id -> new ArrayList<>());
      if (!known.contains(event)) {
        known.add(event);
      }
      int round = known.indexOf(event);
      if (round == rounds.size()) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round).add(event);
    }
    return rounds;
  }

  private static String id(Map<String, Object> json) {
    return json.get("source") + "\n" + json.get("id");
  }

  private static Instant time(Map<String, Object> json) {
    return OffsetDateTime.parse(String.valueOf(json.get("time"))).toInstant();
  }
}
