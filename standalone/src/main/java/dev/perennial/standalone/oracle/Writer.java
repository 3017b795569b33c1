package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

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

  private void write(Subscription subscription, Rates rates) {
    Charges charges = subscription.charges(subscription.today());
    for (Bill bill : subscription.bills()) {
      String id = Document.key(tenant, owner.id, subscription.id(), bill.id());
      Payment payment = Payment.of(subscription, charges, bill, rates);
      put(Expected.PAYMENTS, id, payment.on(document(id)).fields());
    }
    if (subscription.deal().started) {
      String id = Document.key(tenant, owner.id, subscription.id());
      put(Expected.SUBSCRIPTIONS, id, new State(subscription).on(document(id)).fields());
    }
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
    Rates rates = account.reference().rates();
    Totals totals = new Totals(this, rates);
    for (Subscription subscription : account.subscriptions().values()) {
      write(subscription, rates);
      subscription.bills().forEach(bill -> totals.add(bill, subscription));
    }
    totals.write();
  }

  private void receipts(List<Happening> happenings, Function<Happening, String> outcome) {
    happenings.forEach(happening -> receipt(happening, outcome.apply(happening)));
  }

  private void receipt(Happening happening, String status) {
    String id =
        Document.key(tenant, owner.id, happening.source(), happening.id(), happening.digest());
    put(Expected.RECEIPTS, id, receipt(document(id), happening, status, partition).fields());
  }

  /**
   * @param partition from which the event was read
   */
  static Document receipt(Document document, Happening happening, String status, int partition) {
    return document
        .with("source", happening.source())
        .with("eventId", happening.id())
        .with("digest", happening.digest())
        .with("type", happening.type())
        .with("status", status)
        .with(
            "amount", happening.isPaymentWithAmount() ? Amounts.document(happening.amount()) : null)
        .with("receivedAt", Instant.class)
        .with("offset", Long.class)
        .with("sourcePartition", partition);
  }
}
