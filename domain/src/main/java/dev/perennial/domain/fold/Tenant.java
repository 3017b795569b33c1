package dev.perennial.domain.fold;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.TenantUpdated;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant has said, derived from its facts: it holds for subscribers who have not said it
 * themselves. Zone and currency are histories, as a subscriber's are.
 */
public final class Tenant {

  private static final Tenant SILENT = new Tenant();

  private final Timeline<Instant, ZoneId> zones = new Timeline<>();
  private final Timeline<Instant, Currency> currencies = new Timeline<>();
  private final Map<String, List<Integer>> leads = new HashMap<>();
  private final Map<String, List<String>> routing = new HashMap<>();

  private Tenant() {}

  /** One that has said nothing. */
  public static Tenant silent() {
    return SILENT;
  }

  /** Facts of other kinds are passed over. */
  public static Tenant of(List<Fact> facts) {
    Tenant tenant = new Tenant();
    for (Fact fact : FactLog.of(facts).counted()) {
      if (fact.data() instanceof TenantUpdated updated) {
        tenant.update(fact.time(), updated);
      }
    }
    return tenant;
  }

  private void update(Instant time, TenantUpdated updated) {
    if (updated.zone() != null) {
      zones.add(time, updated.zone());
    }
    if (updated.currency() != null) {
      currencies.add(time, updated.currency());
    }
    if (updated.leads() != null) {
      leads.putAll(updated.leads());
    }
    if (updated.routing() != null) {
      routing.putAll(updated.routing());
    }
  }

  /** The zone in force at an instant; before the first known one that one. */
  Optional<ZoneId> zoneAt(Instant instant) {
    return Optional.ofNullable(zones.at(instant));
  }

  Optional<ZoneId> currentZone() {
    return Optional.ofNullable(zones.latest());
  }

  /** What its own figures are in, as it was at an instant; before the first known one that one. */
  public Optional<Currency> currencyAt(Instant instant) {
    return Optional.ofNullable(currencies.at(instant));
  }

  /** By the last that was said of the type. */
  Optional<List<Integer>> leads(String alertType) {
    return Optional.ofNullable(leads.get(alertType));
  }

  /** By the last that was said of the type. */
  Optional<List<String>> routing(String alertType) {
    return Optional.ofNullable(routing.get(alertType));
  }
}
