package dev.perennial.domain.fold;

import dev.perennial.domain.Budget;
import dev.perennial.domain.QuietHours;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriberData;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who pays, derived from the subscriber's facts. The zone is a history: an instant's local day is
 * that of the zone in force then, so that moving house restates no old month.
 */
public final class Subscriber {

  /** Until the subscriber says otherwise. */
  public static final LocalTime DEFAULT_ALERT_TIME = LocalTime.of(9, 0);

  private static final ZoneId UNKNOWN_ZONE = ZoneOffset.UTC;

  private final Tenant tenant;
  private final Timeline<Instant, ZoneId> zones = new Timeline<>();
  private final Timeline<Instant, Currency> currencies = new Timeline<>();
  private LocalTime alertTime = DEFAULT_ALERT_TIME;
  private @Nullable QuietHours quietHours;
  private PeriodRule periods = PeriodRule.CALENDAR_MONTHS;
  private List<Budget> budgets = List.of();
  private @Nullable Locale locale;
  private final Set<String> acknowledged = new HashSet<>();
  private final Map<String, LocalDate> snoozes = new HashMap<>();
  private Map<String, List<Integer>> leads = Map.of();
  private Map<String, List<String>> routing = Map.of();

  private Subscriber(Tenant tenant) {
    this.tenant = tenant;
  }

  /** One whose tenant has said nothing. */
  public static Subscriber of(List<Fact> facts) {
    return of(facts, Tenant.silent());
  }

  /**
   * @param facts those of other kinds are passed over
   * @param tenant what holds where the subscriber has not said it itself
   */
  public static Subscriber of(List<Fact> facts, Tenant tenant) {
    Subscriber subscriber = new Subscriber(tenant);
    for (Fact fact : FactLog.of(facts).counted()) {
      if (fact.data() instanceof SubscriberData data) {
        subscriber.apply(fact.time(), data);
      }
    }
    return subscriber;
  }

  private void apply(Instant time, SubscriberData data) {
    switch (data) {
      case SubscriberUpdated updated -> update(time, updated);
      case AlertAcknowledged answer -> acknowledged.add(answer.alertId());
      case AlertSnoozed answer -> snoozes.put(answer.alertId(), answer.until());
      case SubscriberDeleted deleted -> {}
    }
  }

  private void update(Instant time, SubscriberUpdated updated) {
    if (updated.zone() != null) {
      zones.add(time, updated.zone());
    }
    if (updated.currency() != null) {
      currencies.add(time, updated.currency());
    }
    periods = updated.periodStartsOn() == null ? periods : updated.periodStartsOn();
    alertTime = updated.alertTime() == null ? alertTime : updated.alertTime();
    quietHours = updated.quietHours() == null ? quietHours : updated.quietHours();
    budgets = updated.budgets() == null ? budgets : updated.budgets();
    locale = updated.locale() == null ? locale : updated.locale();
    leads = updated.leads() == null ? leads : updated.leads();
    routing = updated.routing() == null ? routing : updated.routing();
  }

  /**
   * The zone in force at an instant, by its own history or else by the tenant's; before the first
   * known zone that one, UTC if none is known.
   */
  public ZoneId zoneAt(Instant instant) {
    ZoneId zone = zones.at(instant);
    return zone == null ? tenant.zoneAt(instant).orElse(UNKNOWN_ZONE) : zone;
  }

  public ZoneId currentZone() {
    ZoneId zone = zones.latest();
    return zone == null ? tenant.currentZone().orElse(UNKNOWN_ZONE) : zone;
  }

  /**
   * The home currency in force at an instant, by its own history or else by the tenant's; before
   * the first known one that one.
   */
  public Optional<Currency> homeCurrencyAt(Instant instant) {
    Currency currency = currencies.at(instant);
    return currency == null ? tenant.currencyAt(instant) : Optional.of(currency);
  }

  /** The tenant's currency in force at an instant. */
  public Optional<Currency> reportingCurrencyAt(Instant instant) {
    return tenant.currencyAt(instant);
  }

  /** The local day of something that happened, in the zone in force then. */
  public LocalDate dayOf(Instant instant) {
    return LocalMoments.dayOf(instant, zoneAt(instant));
  }

  /** The local day in the current zone. */
  public LocalDate today(Instant now) {
    return LocalMoments.dayOf(now, currentZone());
  }

  /** Where its periods begin, past ones too. */
  public PeriodRule periods() {
    return periods;
  }

  public List<Budget> budgets() {
    return budgets;
  }

  /** When alerts fire; where that lies in quiet hours, the end of them. */
  public LocalTime alertTime() {
    return quietHours != null && quietHours.cover(alertTime) ? quietHours.to() : alertTime;
  }

  /** Whether nothing may be raised at a moment. */
  public boolean isQuiet(Instant now) {
    return quietHours != null && quietHours.cover(now.atZone(currentZone()).toLocalTime());
  }

  /** The moment, or where that is quiet the first one behind it that is not. */
  public Instant audibleFrom(Instant moment) {
    return quietHours == null ? moment : quietHours.firstBehind(moment, currentZone());
  }

  public Optional<Locale> locale() {
    return Optional.ofNullable(locale);
  }

  /** Whether it has acknowledged or snoozed any alert. */
  public boolean hasAnswered() {
    return !acknowledged.isEmpty() || !snoozes.isEmpty();
  }

  public boolean hasAcknowledged(String alertId) {
    return acknowledged.contains(alertId);
  }

  /** The local day until which an alert was snoozed, by the last that was said of it. */
  public Optional<LocalDate> snoozedUntil(String alertId) {
    return Optional.ofNullable(snoozes.get(alertId));
  }

  /** When alerts fire on a local day, in the current zone: never in quiet hours. */
  public Instant alertMoment(LocalDate day) {
    // A clock that jumps forward may move the time itself into them.
    return audibleFrom(LocalMoments.at(day, alertTime(), currentZone()));
  }

  /** Days before the date at which an alert of a type fires, if it or the tenant has set them. */
  public Optional<List<Integer>> leads(String alertType) {
    return Optional.ofNullable(leads.get(alertType)).or(() -> tenant.leads(alertType));
  }

  /** The destinations chosen for a type; empty means all the subscriber has. */
  public Optional<List<String>> routing(String alertType) {
    return Optional.ofNullable(routing.get(alertType)).or(() -> tenant.routing(alertType));
  }
}
