package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.Notice;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.ExpectedCharge;
import dev.perennial.domain.fold.SubscriptionState;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as it stands on the partition's last tick.
 *
 * @param nextAlert what it will tell next if nothing changes; null for nothing
 */
public record SubscriptionDocument(SubscriptionState state, @Nullable ScheduledAlert nextAlert)
    implements ProjectionDocument {

  @Override
  public Projection projection() {
    return Projection.SUBSCRIPTIONS;
  }

  @Override
  public String id() {
    return CompositeKey.of(state.key());
  }

  @Override
  public BsonDocument content() {
    DocumentBuilder document = new DocumentBuilder();
    describe(document);
    terms(document);
    dates(document);
    spending(document);
    OutlookCodec.write(document, state.outlook());
    if (state.periodRule() != null) {
      PeriodRuleCodec.write(document, state.periodRule());
    }
    return document.build();
  }

  private void describe(DocumentBuilder document) {
    document
        .text("tenantId", state.key().subscriber().tenantId())
        .text("subscriberId", state.key().subscriber().subscriberId())
        .text("subscriptionId", state.key().subscriptionId())
        .text("name", state.name())
        .text("vendor", state.vendor())
        .text("category", state.category())
        .text("url", state.url())
        .texts("tags", state.tags())
        .text("status", state.status().name());
  }

  private void terms(DocumentBuilder document) {
    SubscriptionState.Terms terms = state.terms();
    document
        .document("price", price(terms.price()))
        .document(
            "billing",
            new DocumentBuilder()
                .number("every", terms.billing().period().every())
                .text("unit", terms.billing().period().unit().name())
                .day("anchor", terms.billing().anchor())
                .text("monthEnd", terms.billing().monthEnd().name()))
        .text("collection", terms.collection().name())
        .text("zone", state.zone().getId())
        .documents(
            "priceHistory",
            terms.priceHistory().stream().map(SubscriptionDocument::priceFrom).toList());
    if (terms.occurrences() != null) {
      document.number("occurrences", terms.occurrences());
    }
    Share share = terms.share();
    if (share != null) {
      document.document(
          "share", new DocumentBuilder().number("part", share.part()).number("of", share.of()));
    }
    if (terms.estimate() != null) {
      document.amount("estimate", terms.estimate());
    }
    Notice notice = terms.notice();
    if (notice != null) {
      document.document(
          "notice",
          new DocumentBuilder().number("every", notice.every()).text("unit", notice.unit().name()));
    }
  }

  private static DocumentBuilder price(Price price) {
    return new DocumentBuilder().text("kind", price.kind().name()).amount("amount", price.amount());
  }

  private static BsonDocument priceFrom(SubscriptionState.PriceFrom entry) {
    return new DocumentBuilder()
        .day("from", entry.from())
        .text("kind", entry.price().kind().name())
        .amount("amount", entry.price().amount())
        .build();
  }

  private void dates(DocumentBuilder document) {
    document
        .day("trialEnds", state.trialEnds())
        .day("endsOn", state.endsOn())
        .day("resumesOn", state.resumesOn());
    SubscriptionState.CancelBy cancelBy = state.cancelBy();
    if (cancelBy != null) {
      document.document(
          "cancelBy",
          new DocumentBuilder().day("on", cancelBy.on()).day("renewal", cancelBy.renewal()));
    }
    if (state.nextRenewal() != null) {
      document.document("nextRenewal", charge(state.nextRenewal()));
    }
    ExpectedCharge expected = state.expected();
    if (expected != null) {
      document.document(
          "expected", charge(expected.charge()).text("state", expected.state().name()));
    }
    if (nextAlert != null) {
      document.document(
          "nextAlert",
          new DocumentBuilder()
              .text("type", nextAlert.type().wireName())
              .instant("fireAt", nextAlert.fireAt())
              .day("dueOn", nextAlert.dueOn())
              .number("lead", nextAlert.lead()));
    }
  }

  private static DocumentBuilder charge(Charge charge) {
    DocumentBuilder document =
        new DocumentBuilder().day("dueOn", charge.dueOn()).amount("amount", charge.amount());
    return charge.estimated() ? document.flag("estimated") : document;
  }

  private void spending(DocumentBuilder document) {
    SubscriptionState.Spending spending = state.spending();
    if (spending.runRate() != null) {
      document.amount("runRate", spending.runRate());
    }
    document.documents(
        "lifetimeSpend", spending.lifetime().stream().map(SubscriptionDocument::sum).toList());
    document.day("paidSince", spending.paidSince());
    SubscriptionState.LastPayment payment = spending.lastPayment();
    if (payment != null) {
      document.document(
          "lastPayment",
          new DocumentBuilder()
              .instant("paidAt", payment.paidAt())
              .amount("amount", payment.amount()));
    }
  }

  private static BsonDocument sum(Money sum) {
    return new DocumentBuilder()
        .text("currency", sum.currency().getCurrencyCode())
        .decimal("amount", sum)
        .build();
  }
}
