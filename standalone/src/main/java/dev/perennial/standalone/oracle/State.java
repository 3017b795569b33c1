package dev.perennial.standalone.oracle;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a subscription's document says of it. */
record State(Subscription subscription) {

  Document on(Document document) {
    agreed(document);
    dated(document);
    return paid(document);
  }

  private void agreed(Document document) {
    Deal deal = subscription.deal();
    LocalDate today = subscription.today();
    document
        .with("subscriptionId", subscription.id())
        .with("name", deal.names.on(today))
        .with("vendor", deal.vendors.on(today))
        .with("category", deal.categoryOn(today))
        .with("url", deal.urls.on(today))
        .with("tags", requireNonNullElse(deal.tags.on(today), List.of()))
        .with("status", subscription.status())
        .with("price", Price.of(deal.priceOn(today)).document())
        .with("estimate", estimate())
        .with("billing", deal.dueDates.scheduleOn(today).document())
        .with("occurrences", deal.occurrences.on(today))
        .with("notice", notice(deal.notices.on(today)))
        .with("share", share(deal.shares.on(today)))
        .with("collection", requireNonNullElse(deal.collections.on(today), "AUTO"))
        .with("zone", subscription.owner().zoneNow().getId())
        .with("periodStartsOn", periodStartsOn(subscription.owner().periodsSaid))
        .with("trialEnds", deal.trialEnds);
  }

  private void dated(Document document) {
    DueDates dueDates = subscription.deal().dueDates;
    document
        .with("endsOn", subscription.end())
        .with(
            "resumesOn",
            dueDates.pauseOn(subscription.today()).map(DueDates.Pause::until).orElse(null))
        .with("nextRenewal", nextRenewal())
        .with("nextAlert", NextAlert.of(subscription).map(NextAlert::document).orElse(null))
        .with("cancelBy", cancelBy())
        .with("agreed", new WholeDeal(subscription).document())
        .with("expected", ExpectedNext.of(subscription).map(ExpectedNext::document).orElse(null));
  }

  private Document paid(Document document) {
    return document
        .with("lastPayment", lastPayment())
        .with("paidSince", paidSince())
        .with("priceHistory", priceHistory())
        .with("runRate", runRate())
        .with("lifetimeSpend", lifetimeSpend());
  }

  private static @Nullable Map<String, Object> share(@Nullable Share share) {
    return share == null ? null : Document.map("part", share.part(), "of", share.of());
  }

  private static @Nullable Map<String, Object> periodStartsOn(@Nullable Periods periods) {
    return periods == null ? null : periods.document();
  }

  private @Nullable LocalDate paidSince() {
    return subscription.bills().stream()
        .filter(Bill::succeeded)
        .map(Bill::paidOn)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Map<String, Object> estimate() {
    Price price = Price.of(subscription.deal().priceOn(subscription.today()));
    return price.isVariable() ? price.expected(subscription.bills()) : null;
  }

  private static @Nullable Map<String, Object> notice(@Nullable Notice notice) {
    return notice == null ? null : Document.map("every", notice.every(), "unit", notice.unit());
  }

  private @Nullable Map<String, Object> nextRenewal() {
    return subscription
        .nextCharge()
        .map(
            charge ->
                new Document()
                    .with("dueOn", charge.dueOn())
                    .with("amount", charge.amount())
                    .with("estimated", charge.estimated() ? true : null)
                    .fields())
        .orElse(null);
  }

  private @Nullable Map<String, Object> cancelBy() {
    return subscription
        .cancelBy()
        .map(cancelBy -> Document.map("on", cancelBy.on(), "renewal", cancelBy.renewal()))
        .orElse(null);
  }

  private @Nullable Map<String, Object> lastPayment() {
    return subscription
        .lastPayment()
        .map(
            bill ->
                Document.map("paidAt", bill.paidAt(), "amount", Amounts.document(bill.amount())))
        .orElse(null);
  }

  private List<Map<String, Object>> priceHistory() {
    return Price.agreed(subscription.deal().prices).stream().map(Price.Agreed::document).toList();
  }

  private @Nullable Map<String, Object> runRate() {
    return new RunRates(subscription)
        .on(subscription.today())
        .map(cost -> Amounts.document(cost.amount(), cost.currency()))
        .orElse(null);
  }

  private List<Object> lifetimeSpend() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Bill bill : subscription.bills()) {
      bill.flows(subscription.deal())
          .forEach(flow -> sums.merge(flow.currency(), flow.value(), BigDecimal::add));
    }
    sums.values().removeIf(sum -> sum.signum() == 0);
    List<Object> spent = new ArrayList<>();
    sums.forEach((currency, sum) -> spent.add(Document.map("currency", currency, "amount", sum)));
    return spent;
  }
}
