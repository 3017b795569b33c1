package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;

/**
 * One event as the fold keeps it. The order (time, source, id, digest) depends on content alone, so
 * every arrival order gives the same sorted list.
 *
 * @param time when it happened, by the upstream's clock
 * @param digest content identity: equal digests mean equal content
 * @param receivedAt when ingest took it; of equal facts the earliest received counts
 */
public record Fact(
    EventId id, Instant time, String digest, Instant receivedAt, Mode mode, EventData data)
    implements Comparable<Fact> {

  private static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::time)
          .thenComparing((Fact fact) -> fact.id().source())
          .thenComparing((Fact fact) -> fact.id().id())
          .thenComparing(Fact::digest);

  public Fact {
    requireNonNull(id, "id");
    requireNonNull(time, "time");
    requireNonNull(digest, "digest");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(mode, "mode");
    requireNonNull(data, "data");
  }

  /** Whether the other says exactly the same under the same identity. */
  public boolean sameAs(Fact other) {
    return id.equals(other.id) && digest.equals(other.digest);
  }

  @Override
  public int compareTo(Fact other) {
    return ORDER.compare(this, other);
  }
}
