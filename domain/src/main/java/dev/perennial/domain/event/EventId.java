package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/** CloudEvents identity: the pair (source, id) names one event of one tenant. */
public record EventId(String source, String id) {

  public EventId {
    requireNonNull(source, "source");
    requireNonNull(id, "id");
  }
}
