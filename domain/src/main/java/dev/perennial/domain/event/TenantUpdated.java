package dev.perennial.domain.event;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * tenant.updated: what holds for subscribers who have not said it themselves.
 *
 * @param currency what the tenant's own figures are in, and its subscribers' home currency
 * @param leads alert type to days before the date, largest first
 * @param routing alert type to destination ids
 */
public record TenantUpdated(
    @Nullable Currency currency,
    @Nullable ZoneId zone,
    @Nullable Map<String, List<Integer>> leads,
    @Nullable Map<String, List<String>> routing)
    implements ReferenceData {

  public TenantUpdated {
    leads = leads == null ? null : Map.copyOf(leads);
    routing = routing == null ? null : Map.copyOf(routing);
  }
}
