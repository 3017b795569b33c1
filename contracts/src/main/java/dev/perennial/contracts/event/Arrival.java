package dev.perennial.contracts.event;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.event.Mode;
import java.time.Instant;

/**
 * What ingest knows of an event and its sender cannot say.
 *
 * @param tenantId from the API key alone
 */
public record Arrival(String tenantId, Instant receivedAt, Mode mode) {

  public Arrival {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(receivedAt, "receivedAt");
    requireNonNull(mode, "mode");
  }
}
