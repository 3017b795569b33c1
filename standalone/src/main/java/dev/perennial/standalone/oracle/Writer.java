package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the documents of one subscriber that must be there. */
final class Writer {

  final String tenant;
  final int partition;
  final Owner owner;
  private final Map<String, Map<String, Map<String, Object>>> all;

  Writer(
      String tenant,
      int partition,
      Owner owner,
      Map<String, Map<String, Map<String, Object>>> all) {
    this.tenant = tenant;
    this.partition = partition;
    this.owner = owner;
    this.all = all;
  }

  void put(String collection, String key, Map<String, Object> document) {
    Objects.requireNonNull(all.get(collection)).put(key, document);
  }

  Document document(String id) {
    return Document.of(id, partition, tenant, owner.id);
  }

  void write(Subscription subscription) {
    receipts(subscription.all(), subscription::waits);
    subscription.bills().forEach(bill -> payment(subscription, bill));
    if (subscription.deal().started) {
      state(subscription);
    }
  }

  private void state(Subscription subscription) {
    Deal deal = subscription.deal();
    LocalDate today = subscription.today();
    String id = Document.key(tenant, owner.id, subscription.id());
    Document document =
        document(id)
            .with("subscriptionId", subscription.id())
            .with("name", deal.names.on(today))
            .with("vendor", deal.vendors.on(today))
            .with("category", deal.categoryOn(today))
            .with("url", deal.urls.on(today))
            .with("tags", Objects.requireNonNullElse(deal.tags.on(today), List.of()))
            .with("status", subscription.status())
            .with("price", price(deal.priceOn(today)))
            .with("billing", billing(Objects.requireNonNull(deal.schedules.on(today))))
            .with("collection", Objects.requireNonNullElse(deal.collections.on(today), "AUTO"))
            .with("zone", owner.zoneNow().getId())
            .with("trialEnds", deal.trialEnds)
            .with("endsOn", subscription.end())
            .with("resumesOn", deal.pauseOn(today).map(Deal.Pause::until).orElse(null))
            .with("nextRenewal", nextRenewal(subscription))
            .with("nextAlert", nextAlert(subscription))
            .with("lastPayment", lastPayment(subscription));
    put(Expected.SUBSCRIPTIONS, id, document.fields());
  }

  private static Map<String, Object> price(Map<String, Object> price) {
    return Document.map(
        "kind",
        Objects.requireNonNull(price.get("kind")),
        "amount",
        Amounts.document(Happening.map(price.get("amount"))));
  }

  private static Map<String, Object> billing(Schedule schedule) {
    return Document.map(
        "every",
        schedule.every(),
        "unit",
        schedule.unit(),
        "anchor",
        schedule.anchor(),
        "monthEnd",
        schedule.monthEnd());
  }

  private static @Nullable Map<String, Object> nextRenewal(Subscription subscription) {
    return subscription
        .nextDue()
        .map(day -> Document.map("dueOn", day, "amount", subscription.amountDueOn(day)))
        .orElse(null);
  }

  private static @Nullable Map<String, Object> nextAlert(Subscription subscription) {
    return subscription
        .nextAlert()
        .map(
            next ->
                Document.map("fireAt", next.fireAt(), "dueOn", next.dueOn(), "lead", next.lead()))
        .orElse(null);
  }

  private static @Nullable Map<String, Object> lastPayment(Subscription subscription) {
    return subscription
        .lastPayment()
        .map(
            bill ->
                Document.map("paidAt", bill.paidAt(), "amount", Amounts.document(bill.amount())))
        .orElse(null);
  }

  private void payment(Subscription subscription, Bill bill) {
    String id = Document.key(tenant, owner.id, subscription.id(), bill.id());
    Document document =
        document(id)
            .with("subscriptionId", subscription.id())
            .with("paymentId", bill.id())
            .with("status", bill.status())
            .with("paidAt", bill.paidAt())
            .with("paidOn", bill.paidOn())
            .with("amount", Amounts.document(bill.amount()))
            .with("refunds", bill.refunds().stream().map(Writer::refund).toList())
            .with("dueOn", bill.dueOn())
            .with("corrected", bill.correction() == null ? null : true)
            .with("category", subscription.deal().categoryOn(bill.paidOn()));
    put(Expected.PAYMENTS, id, document.fields());
  }

  private static Map<String, Object> refund(Happening refund) {
    return Document.map(
        "refundId", refund.text("refundId"),
        "at", refund.time(),
        "amount", Amounts.document(refund.amount()));
  }

  /**
   * @param sorted events that share their ids' meaning: one subscription's, or the subscriber's own
   */
  void receipts(List<Happening> sorted, Predicate<Happening> waits) {
    List<Happening> counted = Reading.counted(sorted);
    for (Happening happening : sorted) {
      String status = waits.test(happening) ? "WAITING" : "APPLIED";
      receipt(happening, counted.contains(happening) ? status : "SUPERSEDED");
    }
  }

  private void receipt(Happening happening, String status) {
    String id =
        Document.key(tenant, owner.id, happening.source(), happening.id(), happening.digest());
    Document document =
        document(id)
            .with("source", happening.source())
            .with("eventId", happening.id())
            .with("digest", happening.digest())
            .with("type", happening.type())
            .with("status", status)
            .with("receivedAt", Instant.class)
            .with("offset", Long.class)
            .with("sourcePartition", partition);
    put(Expected.RECEIPTS, id, document.fields());
  }
}
