package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An alert about one subscription: of the facts that hold on the local day of its tick. */
record Alert(
    Subscription subscription, String tenant, Occasion occasion, Answers.Turn turn, Instant tick)
    implements Raised {

  @Override
  public Owner owner() {
    return subscription.owner();
  }

  @Override
  public Matter matter() {
    return occasion;
  }

  @Override
  public String subscriptionId() {
    return subscription.id();
  }

  @Override
  public Map<String, Object> amount() {
    return occasion.amount();
  }

  @Override
  public Predicate<Object> title() {
    return Saying.subject(this);
  }

  @Override
  public Predicate<Object> text() {
    return Saying.text(this);
  }

  @Override
  public String id() {
    List<String> parts = new ArrayList<>(nameParts());
    Bill bill = occasion.details().bill();
    Floor floor = subscription.floor();
    if (bill != null || !floor.isNone()) {
      parts.add(bill == null ? "" : bill.id());
    }
    // A life that began behind an erasure has names of its own.
    if (!floor.isNone()) {
      parts.add(floor.at().toString());
    }
    return Canonical.alertId(parts);
  }

  @Override
  public Map<String, Object> fields() {
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
    Occasion.Details details = occasion.details();
    LocalDate renewalOn = details.renewalOn();
    Bill bill = details.bill();
    Bill first = details.duplicateOf();
    alert
        .with("dueOn", occasion.dueOn().toString())
        .with("lead", turn.lead())
        .with("daysLeft", daysLeft())
        .with("amount", written(occasion.amount()))
        .with("previousAmount", written(details.previousAmount()))
        .with("renewalOn", renewalOn == null ? null : renewalOn.toString())
        .with("paymentId", bill == null ? null : bill.id())
        .with("expectedAmount", written(details.expectedAmount()))
        .with("duplicateOf", first == null ? null : first.id());
  }

  private Document told(Document alert) {
    Deal deal = subscription.deal();
    Owner owner = subscription.owner();
    return alert
        .with("collection", Objects.requireNonNullElse(deal.collections.on(today()), "AUTO"))
        .with("revision", turn.revision())
        .with("fireAt", turn.fireAt().toString())
        .with("raisedAt", String.class)
        .with("zone", owner.zoneNow().getId())
        .with("locale", owner.locale)
        .with("routing", routing())
        .with("url", deal.urls.on(today()));
  }

  private static @Nullable Map<String, Object> written(@Nullable Map<String, Object> amount) {
    return amount == null ? null : Amounts.written(amount);
  }

  private LocalDate today() {
    return subscription.owner().today(tick);
  }

  String name() {
    return Objects.requireNonNull(subscription.deal().names.on(today()));
  }
}
