package dev.perennial.standalone.platform;

import dev.perennial.standalone.oracle.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a list of events into batches. */
final class Batches {
  private Batches() {}

  /**
   * In order; no batch has one id twice, since two contents of one id in one batch are refused.
   *
   * @param largest events in a batch, at least 1
   */
  static List<List<String>> of(List<String> events, int largest) {
    List<List<String>> batches = new ArrayList<>();
    List<String> batch = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (String event : events) {
      String id = id(event);
      if (batch.size() == largest || ids.contains(id)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        ids.clear();
      }
      batch.add(event);
      ids.add(id);
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  private static String id(String event) {
    Map<String, Object> json = Json.object(event);
    return json.get("source") + "\n" + json.get("id");
  }
}
