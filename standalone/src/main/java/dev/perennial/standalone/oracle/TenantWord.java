package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a tenant said: it holds for each subscriber who has not said it itself. */
final class TenantWord {

  /** Of a tenant who said nothing. */
  static final TenantWord NONE = new TenantWord(List.of());

  private final Since<ZoneId> zones = new Since<>();
  private final Since<String> currencies = new Since<>();
  private Map<?, ?> leads = Map.of();
  private Map<?, ?> routing = Map.of();

  /**
   * @param said what counts of it, in its order
   */
  TenantWord(List<Happening> said) {
    said.forEach(this::apply);
  }

  private void apply(Happening update) {
    Map<String, Object> data = update.data();
    if (data.get("zone") instanceof String zone) {
      zones.add(update.time(), ZoneId.of(zone));
    }
    if (data.get("currency") instanceof String currency) {
      currencies.add(update.time(), currency);
    }
    if (data.get("leads") instanceof Map<?, ?> byType) {
      leads = byType;
    }
    if (data.get("routing") instanceof Map<?, ?> byType) {
      routing = byType;
    }
  }

  @Nullable ZoneId zoneNow() {
    return zones.last();
  }

  @Nullable ZoneId zoneAt(Instant moment) {
    return zones.at(moment);
  }

  /** The one that its figures are reported in; null where none is known. */
  @Nullable String currencyAt(Instant moment) {
    return currencies.at(moment);
  }

  /** As they were said; null where nothing was said of the type. */
  @Nullable Object leads(AlertType type) {
    return leads.get(type.wireName);
  }

  /** Null where nothing was said of the type. */
  @Nullable List<?> routing(AlertType type) {
    return (List<?>) routing.get(type.wireName);
  }
}
