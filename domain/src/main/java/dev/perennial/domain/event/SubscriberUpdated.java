package dev.perennial.domain.event;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * subscriber.updated: some preferences get a new value.
 *
 * @param alertTime local time of day at which alerts fire
 * @param leads alert type to days before the date, largest first
 * @param routing alert type to destination ids
 */
public record SubscriberUpdated(
    @Nullable ZoneId zone,
    @Nullable Locale locale,
    @Nullable Currency currency,
    @Nullable LocalTime alertTime,
    @Nullable Map<String, List<Integer>> leads,
    @Nullable Map<String, List<String>> routing)
    implements SubscriberData {

  public SubscriberUpdated {
    leads = leads == null ? null : Map.copyOf(leads);
    routing = routing == null ? null : Map.copyOf(routing);
  }
}
