package dev.perennial.standalone.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of events posted over HTTP.
 *
 * @param posted events, and single requests that were to be refused; each counted once, however
 *     often it was retried
 * @param accepted of them, durable
 * @param refused of them, by the problem's code
 * @param retries requests that were sent again, after a 503 or 429, or without an answer
 * @param receipts opaque texts, one for each accepted event of a subscriber
 * @param surprises what was answered otherwise than the sample says; empty if all was as it must be
 * @param took the time from the first request to the last answer
 */
public record LoadReport(
    int posted,
    int accepted,
    Map<String, Integer> refused,
    int retries,
    List<String> receipts,
    List<String> surprises,
    Duration took) {

  public LoadReport {
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    receipts = List.copyOf(receipts);
    surprises = List.copyOf(surprises);
  }

  /** Nothing was posted. */
  public static LoadReport none() {
    return new LoadReport(0, 0, Map.of(), 0, List.of(), List.of(), Duration.ZERO);
  }

  /** Both together; the longer time. */
  public LoadReport plus(LoadReport other) {
    Map<String, Integer> codes = new TreeMap<>(refused);
    other.refused.forEach((code, count) -> codes.merge(code, count, Integer::sum));
    return new LoadReport(
        posted + other.posted,
        accepted + other.accepted,
        codes,
        retries + other.retries,
        joined(receipts, other.receipts),
        joined(surprises, other.surprises),
        took.compareTo(other.took) > 0 ? took : other.took);
  }

  /** Both, one after the other: their times add up. */
  LoadReport then(LoadReport next) {
    LoadReport both = plus(next);
    return new LoadReport(
        both.posted,
        both.accepted,
        both.refused,
        both.retries,
        both.receipts,
        both.surprises,
        took.plus(next.took));
  }

  /** How many of the posted were refused. */
  public int refusedInAll() {
    return refused.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static List<String> joined(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
