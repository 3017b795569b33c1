package dev.perennial.standalone.oracle;

import dev.perennial.standalone.oracle.Charges.Charge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which reminders of one subscription the ticks raised, and where they went. */
final class Reminders {

  private static final String TYPE = "renewal.upcoming";

  private final Writer writer;
  private final Subscription subscription;
  private final Map<String, String> destinations;
  private final Set<String> raised = new HashSet<>();

  Reminders(Writer writer, Subscription subscription, Map<String, String> destinations) {
    this.writer = writer;
    this.subscription = subscription;
    this.destinations = destinations;
  }

  void tell(List<Ticks.Interval> intervals) {
    if (!subscription.deal().started) {
      return;
    }
    for (Ticks.Interval interval : intervals) {
      moments(interval).forEach(this::tick);
    }
  }

  /** Within an interval a tick comes right after each moment at which something can begin. */
  private Set<Instant> moments(Ticks.Interval interval) {
    Owner owner = subscription.owner();
    Set<Instant> moments = new TreeSet<>(List.of(interval.first()));
    LocalDate last = owner.today(interval.last()).plusDays(1);
    for (LocalDate day = owner.today(interval.first()); !day.isAfter(last); day = day.plusDays(1)) {
      moments.add(owner.startOf(day));
      moments.add(owner.fireAt(day, 0));
    }
    moments.removeIf(
        moment -> moment.isBefore(interval.first()) || moment.isAfter(interval.last()));
    return moments;
  }

  private void tick(Instant tick) {
    Owner owner = subscription.owner();
    LocalDate today = owner.today(tick);
    List<Integer> leads = subscription.deal().leadsOn(today, owner);
    if (leads.isEmpty()) {
      return;
    }
    LocalDate last = today.plusDays(Collections.max(leads));
    subscription
        .charges(today)
        .from(today)
        .takeWhile(charge -> !charge.dueOn().isAfter(last))
        .forEach(charge -> raiseNewestMissed(charge, leads, tick));
  }

  private void raiseNewestMissed(Charge charge, List<Integer> leads, Instant tick) {
    LocalDate dueOn = charge.dueOn();
    List<Integer> missed = new ArrayList<>();
    for (int lead : leads) {
      if (!subscription.owner().fireAt(dueOn, lead).isAfter(tick)) {
        missed.add(lead);
      }
    }
    if (!missed.isEmpty() && raised.add(dueOn + "/" + Collections.min(missed))) {
      raise(charge, Collections.min(missed), tick);
    }
  }

  private void raise(Charge charge, int lead, Instant tick) {
    LocalDate dueOn = charge.dueOn();
    Owner owner = subscription.owner();
    Deal deal = subscription.deal();
    LocalDate today = owner.today(tick);
    String id = alertId(dueOn, lead);
    Map<String, Object> alert =
        new Document()
            .with("id", id)
            .with("type", TYPE)
            .with("tenantId", writer.tenant)
            .with("subscriberId", owner.id)
            .with("subscriptionId", subscription.id())
            .with("subscriptionName", deal.names.on(today))
            .with("vendor", deal.vendors.on(today))
            .with("category", deal.categoryOn(today))
            .with("dueOn", dueOn.toString())
            .with("lead", lead)
            .with("daysLeft", (int) ChronoUnit.DAYS.between(today, dueOn))
            .with("amount", written(charge.amount()))
            .with("collection", Objects.requireNonNullElse(deal.collections.on(today), "AUTO"))
            .with("revision", 0)
            .with("fireAt", owner.fireAt(dueOn, lead).toString())
            .with("raisedAt", String.class)
            .with("zone", owner.zoneNow().getId())
            .with("locale", owner.locale)
            .with("routing", owner.routing)
            .with("url", deal.urls.on(today))
            .fields();
    writer.put(Expected.ALERTS, id, alert);
    deliver(id, charge, saying(alert));
  }

  /** The name that makes an alert one: it is raised at most once. */
  private String alertId(LocalDate dueOn, int lead) {
    return Canonical.alertId(
        List.of(
            writer.tenant,
            subscription.owner().id,
            TYPE,
            subscription.id(),
            dueOn.toString(),
            Integer.toString(lead),
            "0"));
  }

  private Saying saying(Map<String, Object> alert) {
    return Saying.of(
        Json.text(alert, "subscriptionName"),
        (Integer) Json.member(alert, "daysLeft"),
        new BigDecimal(Json.text((Map<?, ?>) Json.member(alert, "amount"), "value")),
        subscription.owner().locale);
  }

  private static Map<String, Object> written(Map<String, Object> amount) {
    return Document.map(
        "value",
        Json.member(amount, "value").toString(),
        "currency",
        Json.text(amount, "currency"));
  }

  private void deliver(String alertId, Charge charge, Saying saying) {
    Map<String, String> chosen = new LinkedHashMap<>(destinations);
    List<?> routing = subscription.owner().routing;
    if (routing != null) {
      chosen.keySet().removeIf(id -> !routing.contains(id));
    }
    if (chosen.isEmpty()) {
      deliver(alertId, charge, saying, null);
    }
    chosen.forEach(
        (id, address) -> {
          deliver(alertId, charge, saying, id);
          writer.put(
              Expected.MAILS,
              Document.key(alertId, address),
              Document.map("to", address, "subject", saying, "text", saying));
        });
  }

  private void deliver(String alertId, Charge charge, Saying saying, @Nullable String destination) {
    String id = Document.key(alertId, destination == null ? "" : destination);
    Map<String, Object> row =
        writer
            .document(id)
            // A delivery's record goes where its own key takes it, not where its subscriber's goes.
            .with("partition", Integer.class)
            .with("subscriptionId", subscription.id())
            .with("alertId", alertId)
            .with("destinationId", destination)
            .with("channel", destination == null ? null : "email")
            .with("state", destination == null ? "NO_DESTINATION" : "SENT")
            .with("alertType", TYPE)
            .with("title", saying)
            .with("text", String.class)
            .with("dueOn", charge.dueOn())
            .with("amount", charge.amount())
            .with("raisedAt", Instant.class)
            .with("at", Instant.class)
            .fields();
    writer.put(Expected.DELIVERIES, id, row);
  }
}
