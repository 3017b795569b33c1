package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

  boolean has(String collection, String key) {
    return Objects.requireNonNull(all.get(collection)).containsKey(key);
  }

  /** What was there is there only as erased. */
  void erase(String collection, String key) {
    Objects.requireNonNull(all.get(collection)).remove(key);
    put(Expected.erased(collection), key, Document.erased(key, tenant));
  }

  Document document(String id) {
    return Document.of(id, partition, tenant, owner.id);
  }

  private void write(Subscription subscription) {
    Charges charges = subscription.charges(subscription.today());
    subscription.bills().forEach(bill -> payment(subscription, charges, bill));
    if (subscription.deal().started) {
      String id = Document.key(tenant, owner.id, subscription.id());
      put(Expected.SUBSCRIPTIONS, id, new State(subscription).on(document(id)).fields());
    }
  }

  private void payment(Subscription subscription, Charges charges, Bill bill) {
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
            .with("matches", matches(subscription, charges, bill))
            .with("corrected", bill.correction() == null ? null : true)
            .with("category", subscription.deal().categoryOn(bill.paidOn()));
    put(Expected.PAYMENTS, id, document.fields());
  }

  private static @Nullable LocalDate matches(
      Subscription subscription, Charges charges, Bill bill) {
    return subscription.deal().started ? charges.matched(bill).orElse(null) : null;
  }

  private static Map<String, Object> refund(Happening refund) {
    return Document.map(
        "refundId", refund.text("refundId"),
        "at", refund.time(),
        "amount", Amounts.document(refund.amount()));
  }

  /** What became of every event of an account. */
  void writeReceipts(Account account) {
    // What the subscriber says of itself counts at once.
    receipts(account.reading().ofSubscriber(), account::outcome);
    account
        .subscriptions()
        .values()
        .forEach(subscription -> receipts(subscription.all(), subscription::outcome));
  }

  /** What is there of an account, whatever was told of it. */
  void writeDocuments(Account account) {
    Totals totals = new Totals(this);
    for (Subscription subscription : account.subscriptions().values()) {
      write(subscription);
      subscription.bills().forEach(bill -> totals.add(bill, subscription.deal()));
    }
    totals.write();
  }

  private void receipts(List<Happening> happenings, Function<Happening, String> outcome) {
    happenings.forEach(happening -> receipt(happening, outcome.apply(happening)));
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
