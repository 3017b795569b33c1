package dev.perennial.dashboard.subscription;

import dev.perennial.dashboard.projection.Fields;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.fold.ExpectedCharge;
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
    Cost cost,
    int every,
    PeriodUnit unit,
    CollectionMode collection,
    Commitment commitment,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate resumesOn,
    @Nullable Renewal nextRenewal,
    @Nullable Expected expected) {

  /**
   * The next due date and what will be due.
   *
   * @param estimated nobody has announced the amount yet, and it varies
   */
  public record Renewal(LocalDate dueOn, Money amount, boolean estimated) {}

  /** The charge that is expected next, and what is to be thought of it. */
  public record Expected(Renewal charge, ExpectedCharge.State state) {}

  static Subscription read(Fields fields) {
    Fields billing = fields.nested("billing");
    return new Subscription(
        fields.text("subscriptionId"),
        fields.text("name"),
        fields.optionalText("vendor").orElse(null),
        fields.text("category"),
        fields.optionalText("url").orElse(null),
        fields.constant("status", SubscriptionStatus.class),
        Cost.read(fields),
        billing.integer("every"),
        billing.constant("unit", PeriodUnit.class),
        fields.constant("collection", CollectionMode.class),
        Commitment.read(fields),
        fields.optionalDate("trialEnds").orElse(null),
        fields.optionalDate("endsOn").orElse(null),
        fields.optionalDate("resumesOn").orElse(null),
        fields.optionalNested("nextRenewal").map(Subscription::readRenewal).orElse(null),
        fields.optionalNested("expected").map(Subscription::readExpected).orElse(null));
  }

  private static Expected readExpected(Fields fields) {
    return new Expected(readRenewal(fields), fields.constant("state", ExpectedCharge.State.class));
  }

  private static Renewal readRenewal(Fields fields) {
    return new Renewal(fields.date("dueOn"), fields.amount("amount"), fields.flag("estimated"));
  }
}
