package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An alert that was raised: of the facts that hold on the local day of its tick.
 *
 * @param lead days before the occasion's day; 0 where there are none
 */
record Alert(Subscription subscription, String tenant, Occasion occasion, int lead, Instant tick) {

  AlertType type() {
    return occasion.type();
  }

  /** The name that makes an alert one: it is raised at most once. */
  String id() {
    List<String> parts =
        new ArrayList<>(
            List.of(
                tenant,
                subscription.owner().id,
                type().wireName,
                subscription.id(),
                occasion.dueOn().toString(),
                Integer.toString(lead),
                "0"));
    if (occasion.failed() != null) {
      parts.add(occasion.failed().id());
    }
    return Canonical.alertId(parts);
  }

  /** As it is written on the topic. */
  Map<String, Object> fields() {
    Document alert = new Document();
    identity(alert);
    whatIsDue(alert);
    return told(alert).fields();
  }

  private void identity(Document alert) {
    Deal deal = subscription.deal();
    alert
        .with("id", id())
        .with("type", type().wireName)
        .with("tenantId", tenant)
        .with("subscriberId", subscription.owner().id)
        .with("subscriptionId", subscription.id())
        .with("subscriptionName", name())
        .with("vendor", deal.vendors.on(today()))
        .with("category", deal.categoryOn(today()));
  }

  private void whatIsDue(Document alert) {
    Map<String, Object> previous = occasion.previousAmount();
    LocalDate renewalOn = occasion.renewalOn();
    Bill failed = occasion.failed();
    alert
        .with("dueOn", occasion.dueOn().toString())
        .with("lead", lead)
        .with("daysLeft", daysLeft())
        .with("amount", written(occasion.amount()))
        .with("previousAmount", previous == null ? null : written(previous))
        .with("renewalOn", renewalOn == null ? null : renewalOn.toString())
        .with("paymentId", failed == null ? null : failed.id());
  }

  private Document told(Document alert) {
    Deal deal = subscription.deal();
    Owner owner = subscription.owner();
    return alert
        .with("collection", Objects.requireNonNullElse(deal.collections.on(today()), "AUTO"))
        .with("revision", 0)
        .with("fireAt", occasion.fireAt(lead, owner).toString())
        .with("raisedAt", String.class)
        .with("zone", owner.zoneNow().getId())
        .with("locale", owner.locale)
        .with("routing", routing())
        .with("url", deal.urls.on(today()));
  }

  private static Map<String, Object> written(Map<String, Object> amount) {
    return Document.map(
        "value",
        Json.member(amount, "value").toString(),
        "currency",
        Json.text(amount, "currency"));
  }

  private LocalDate today() {
    return subscription.owner().today(tick);
  }

  String name() {
    return Objects.requireNonNull(subscription.deal().names.on(today()));
  }

  int daysLeft() {
    return (int) Math.max(0, ChronoUnit.DAYS.between(today(), occasion.dueOn()));
  }

  @Nullable List<?> routing() {
    return subscription.owner().routing(type());
  }
}
