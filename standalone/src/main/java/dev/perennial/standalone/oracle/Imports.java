package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which events came in as history (mode backfill), and when they were received. Only whoever posted
 * them can know that, so it is told from outside, of each event by its {@link #key}.
 */
public record Imports(Map<String, Instant> receivedAt) {

  public Imports {
    receivedAt = Map.copyOf(receivedAt);
  }

  /** Everything came in live. */
  public static Imports none() {
    return new Imports(Map.of());
  }

  /**
   * What tells an event from all others: whose it is, its id and what it says.
   *
   * @param subscriber empty where it belongs to none
   * @param digest of its content, as its receipt names it
   */
  public static String key(String subscriber, String source, String id, String digest) {
    return Document.key(subscriber, source, id, digest);
  }

  /** The events, each that was imported with when that was. */
  List<Happening> mark(List<Happening> happenings) {
    return happenings.stream().map(this::mark).toList();
  }

  private Happening mark(Happening event) {
    return event.importedAt(
        receivedAt.get(key(event.subscriber(), event.source(), event.id(), event.digest())));
  }
}
