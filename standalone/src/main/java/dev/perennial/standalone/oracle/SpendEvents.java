package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The events that made what a payment counts, found by telling them one after the other. */
record SpendEvents(Subscription subscription, String payment) {

  /** Null where it counts nothing, and never did. */
  @Nullable List<Object> documents() {
    List<Happening> told = new ArrayList<>();
    List<Object> documents = new ArrayList<>();
    Map<String, BigDecimal> before = Map.of();
    for (Happening happening : ofPayment()) {
      told.add(happening);
      Map<String, BigDecimal> after = spent(told);
      for (Bill.Flow change : changes(before, after)) {
        documents.add(document(happening, change));
      }
      before = after;
    }
    return documents.isEmpty() ? null : documents;
  }

  private List<Happening> ofPayment() {
    return subscription.withdrawals().rest.stream()
        .filter(happening -> happening.type().startsWith("payment."))
        .filter(happening -> happening.text("paymentId").equals(payment))
        .toList();
  }

  /** By currency. */
  private Map<String, BigDecimal> spent(List<Happening> told) {
    Map<String, BigDecimal> spent = new TreeMap<>();
    for (Bill bill : Bill.all(told, subscription.owner())) {
      bill.flows(subscription.deal())
          .forEach(flow -> spent.merge(flow.currency(), flow.value(), BigDecimal::add));
    }
    return spent;
  }

  private static List<Bill.Flow> changes(
      Map<String, BigDecimal> before, Map<String, BigDecimal> after) {
    TreeSet<String> currencies = new TreeSet<>(before.keySet());
    currencies.addAll(after.keySet());
    return currencies.stream()
        .map(
            currency -> new Bill.Flow(currency, in(currency, after).subtract(in(currency, before))))
        .filter(change -> change.value().signum() != 0)
        .toList();
  }

  private static BigDecimal in(String currency, Map<String, BigDecimal> sums) {
    return sums.getOrDefault(currency, BigDecimal.ZERO);
  }

  private static Map<String, Object> document(Happening happening, Bill.Flow change) {
    return Document.map(
        "type",
        happening.type(),
        "source",
        happening.source(),
        "id",
        happening.id(),
        "time",
        happening.time(),
        "receivedAt",
        Instant.class,
        "mode",
        happening.importedAt() == null ? "LIVE" : "BACKFILL",
        "change",
        Amounts.document(change.value(), change.currency()));
  }
}
