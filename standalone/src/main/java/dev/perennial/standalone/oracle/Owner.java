package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a subscriber said of itself and of its alerts, and where it lived when. */
final class Owner {

  final String id;
  @Nullable String locale;

  /** Where its periods begin, in its own words. */
  @Nullable Periods periodsSaid;

  List<Budget> budgets = List.of();

  /** The ids of alerts. */
  final Set<String> acknowledged = new TreeSet<>();

  /** Until when, by the alert's id. */
  final Map<String, LocalDate> snoozed = new TreeMap<>();

  private final TenantWord tenant;
  private final Since<ZoneId> zones = new Since<>();
  private final Since<String> currencies = new Since<>();
  private LocalTime alertTime = LocalTime.of(9, 0);
  private @Nullable QuietHours quietHours;
  private Map<?, ?> leads = Map.of();
  private Map<?, ?> routing = Map.of();

  /**
   * @param said what counts of it, in its order
   * @param tenant it holds where the owner says nothing
   */
  Owner(String id, List<Happening> said, TenantWord tenant) {
    this.id = id;
    this.tenant = tenant;
    said.forEach(this::apply);
  }

  private void apply(Happening said) {
    switch (said.type()) {
      case "alert.acknowledged" -> acknowledged.add(said.text("alertId"));
      case "alert.snoozed" ->
          snoozed.put(said.text("alertId"), LocalDate.parse(said.text("until")));
      case "subscriber.updated" -> update(said);
      default -> {}
    }
  }

  private void update(Happening update) {
    Map<String, Object> data = update.data();
    if (data.get("zone") instanceof String zone) {
      zones.add(update.time(), ZoneId.of(zone));
    }
    if (data.get("currency") instanceof String currency) {
      currencies.add(update.time(), currency);
    }
    if (data.get("alertTime") instanceof String time) {
      alertTime = LocalTime.parse(time);
    }
    if (data.containsKey("quietHours")) {
      quietHours = QuietHours.of(Happening.map(data.get("quietHours")));
    }
    if (data.containsKey("periodStartsOn")) {
      periodsSaid = Periods.of(Happening.map(data.get("periodStartsOn")));
    }
    if (data.get("budgets") instanceof List<?> all) {
      budgets = Budget.all(all);
    }
    if (data.get("locale") instanceof String tag) {
      locale = tag;
    }
    if (data.get("leads") instanceof Map<?, ?> byType) {
      leads = byType;
    }
    if (data.get("routing") instanceof Map<?, ?> byType) {
      routing = byType;
    }
  }

  List<Integer> leads(AlertType type) {
    Object said = ownOrOther(leads.get(type.wireName), tenant.leads(type));
    return said == null ? type.leads : Leads.of(said);
  }

  /** Where alerts of the type go; null for everywhere. */
  @Nullable List<?> routing(AlertType type) {
    return (List<?>) ownOrOther(routing.get(type.wireName), tenant.routing(type));
  }

  private static @Nullable Object ownOrOther(@Nullable Object own, @Nullable Object other) {
    return own == null ? other : own;
  }

  ZoneId zoneNow() {
    return zone(zones.last(), tenant.zoneNow());
  }

  private ZoneId zoneAt(Instant instant) {
    return zone(zones.at(instant), tenant.zoneAt(instant));
  }

  private static ZoneId zone(@Nullable ZoneId own, @Nullable ZoneId ofTenant) {
    ZoneId said = own == null ? ofTenant : own;
    return said == null ? ZoneOffset.UTC : said;
  }

  /** The home currency at a moment; null where none is known. */
  @Nullable String currencyAt(Instant instant) {
    String own = currencies.at(instant);
    return own == null ? tenant.currencyAt(instant) : own;
  }

  /** What the tenant's figures are reported in at a moment; null where none is known. */
  @Nullable String reportingCurrencyAt(Instant instant) {
    return tenant.currencyAt(instant);
  }

  LocalDate dayOf(Instant instant) {
    return instant.atZone(zoneAt(instant)).toLocalDate();
  }

  LocalDate today(Instant now) {
    return now.atZone(zoneNow()).toLocalDate();
  }

  Instant fireAt(LocalDate dueOn, int lead) {
    LocalTime time = quietHours == null ? alertTime : quietHours.instead(alertTime);
    return dueOn.minusDays(lead).atTime(time).atZone(zoneNow()).toInstant();
  }

  /** Whether nothing may be raised. */
  boolean isQuiet(Instant moment) {
    return quietHours != null && quietHours.cover(moment.atZone(zoneNow()).toLocalTime());
  }

  Periods periods() {
    return Objects.requireNonNullElse(periodsSaid, Periods.CALENDAR_MONTHS);
  }

  /** The moments of a day at which something may begin to be told. */
  Set<Instant> moments(LocalDate day) {
    Set<Instant> moments = new TreeSet<>(List.of(startOf(day), fireAt(day, 0)));
    if (quietHours != null) {
      ZonedDateTime end = day.atTime(quietHours.to()).atZone(zoneNow());
      moments.add(end.toInstant());
      moments.add(end.withLaterOffsetAtOverlap().toInstant());
      // Clocks that are set may leave quiet hours without showing their end.
      Optional.ofNullable(zoneNow().getRules().nextTransition(startOf(day)))
          .ifPresent(transition -> moments.add(transition.getInstant()));
    }
    return moments;
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zoneNow()).toInstant();
  }
}
