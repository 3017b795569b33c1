package dev.perennial.domain.event;

import static java.util.Objects.requireNonNull;

/**
 * A fact that belongs to no subscriber.
 *
 * @param tenantId whose key it came with
 * @param subject the tenant's id, or the base currency
 * @param fact of {@link ReferenceData}
 */
public record ReferenceEvent(String tenantId, String subject, Fact fact) {

  public ReferenceEvent {
    requireNonNull(tenantId, "tenantId");
    requireNonNull(subject, "subject");
    if (!(fact.data() instanceof ReferenceData)) {
      throw new IllegalArgumentException("A subscriber's event is no reference data");
    }
  }
}
