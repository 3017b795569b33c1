package dev.perennial.processor.state;

import static java.util.Objects.requireNonNull;

/**
 * The rates that count for one base and date.
 *
 * @param tenantId whose key they came with: its sender is told what becomes of them
 */
public record RateMemory(String tenantId, StoredFact fact) {

  public RateMemory {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(fact, "fact");
  }
}
