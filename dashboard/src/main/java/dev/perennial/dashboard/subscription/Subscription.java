package dev.perennial.dashboard.subscription;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.fold.SubscriptionStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An agreement as it stands. */
public record Subscription(
    String subscriptionId,
    String name,
    @Nullable String vendor,
    String category,
    @Nullable String url,
    SubscriptionStatus status,
    Money price,
    int every,
    PeriodUnit unit,
    CollectionMode collection,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate resumesOn,
    @Nullable Renewal nextRenewal) {

  /** The next due date and what will be due. */
  public record Renewal(LocalDate dueOn, Money amount) {}

  static Subscription read(Fields fields) {
    Fields billing = fields.nested("billing");
    return new Subscription(
        fields.text("subscriptionId"),
        fields.text("name"),
        fields.optionalText("vendor").orElse(null),
        fields.text("category"),
        fields.optionalText("url").orElse(null),
        fields.constant("status", SubscriptionStatus.class),
        fields.nested("price").amount("amount"),
        billing.integer("every"),
        billing.constant("unit", PeriodUnit.class),
        fields.constant("collection", CollectionMode.class),
        fields.optionalDate("trialEnds").orElse(null),
        fields.optionalDate("endsOn").orElse(null),
        fields.optionalDate("resumesOn").orElse(null),
        fields.optionalNested("nextRenewal").map(Subscription::readRenewal).orElse(null));
  }

  private static Renewal readRenewal(Fields fields) {
    return new Renewal(fields.date("dueOn"), fields.amount("amount"));
  }
}
