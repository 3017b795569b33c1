package dev.perennial.ingest.pressure;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tenants of whom something was noted within a while; the oldest note first. */
final class Lately {

  private final long kept;
  private final Map<String, Long> notes = new LinkedHashMap<>();

  Lately(Duration time) {
    this.kept = time.toNanos();
  }

  /**
   * @param now by {@link System#nanoTime}
   */
  void note(String tenant, long now) {
    notes.remove(tenant);
    notes.put(tenant, now);
  }

  void forget(String tenant) {
    notes.remove(tenant);
  }

  /** Whether any other tenant was noted. */
  boolean others(String tenant, long now) {
    int own = tenants(now).contains(tenant) ? 1 : 0;
    return notes.size() > own;
  }

  Set<String> tenants(long now) {
    for (Iterator<Long> oldest = notes.values().iterator();
        oldest.hasNext() && now - oldest.next() > kept; ) {
      oldest.remove();
    }
    return notes.keySet();
  }
}
