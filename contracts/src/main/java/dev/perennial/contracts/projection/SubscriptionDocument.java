package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.fold.SubscriptionState;
import org.bson.BsonDocument;

/** A subscription as it stands on the partition's last tick. */
public record SubscriptionDocument(SubscriptionState state) implements ProjectionDocument {

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
    document
        .document(
            "price",
            new DocumentBuilder()
                .text("kind", state.price().kind().name())
                .amount("amount", state.price().amount()))
        .document(
            "billing",
            new DocumentBuilder()
                .number("every", state.billing().period().every())
                .text("unit", state.billing().period().unit().name())
                .day("anchor", state.billing().anchor())
                .text("monthEnd", state.billing().monthEnd().name()))
        .text("collection", state.collection().name())
        .text("zone", state.zone().getId());
  }

  private void dates(DocumentBuilder document) {
    document
        .day("trialEnds", state.trialEnds())
        .day("endsOn", state.endsOn())
        .day("resumesOn", state.resumesOn());
    SubscriptionState.Renewal renewal = state.nextRenewal();
    if (renewal != null) {
      document.document(
          "nextRenewal",
          new DocumentBuilder().day("dueOn", renewal.dueOn()).amount("amount", renewal.amount()));
    }
    SubscriptionState.ScheduledAlert alert = state.nextAlert();
    if (alert != null) {
      document.document(
          "nextAlert",
          new DocumentBuilder()
              .instant("fireAt", alert.fireAt())
              .day("dueOn", alert.dueOn())
              .number("lead", alert.lead()));
    }
    SubscriptionState.LastPayment payment = state.lastPayment();
    if (payment != null) {
      document.document(
          "lastPayment",
          new DocumentBuilder()
              .instant("paidAt", payment.paidAt())
              .amount("amount", payment.amount()));
    }
  }
}
