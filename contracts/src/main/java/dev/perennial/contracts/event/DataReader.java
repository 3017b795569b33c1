package dev.perennial.contracts.event;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.AlertAcknowledged;
import dev.perennial.domain.event.AlertSnoozed;
import dev.perennial.domain.event.ChangeWithdrawn;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.SubscriberDeleted;
import dev.perennial.domain.event.SubscriberUpdated;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionChanged;
import dev.perennial.domain.event.SubscriptionDeleted;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import dev.perennial.domain.event.TenantUpdated;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads an event's data by its type; defaults are filled in, so that equal content is equal. */
final class DataReader {

  private static final Set<String> STARTED = with(Agreements.FACETS, "trialEnds");
  private static final Set<String> CHANGED =
      with(with(Agreements.FACETS, "effectiveOn"), "withdraws");
  private static final Set<String> PAYMENT = Set.of("paymentId", "amount", "dueOn");
  private static final Set<String> REFUND = Set.of("paymentId", "refundId", "amount");
  private static final Set<String> CHARGE = Set.of("dueOn", "amount");

  /** The types whose event says all there is to say. */
  private static final Set<EventType> WITHOUT_DATA =
      Set.of(
          EventType.SUBSCRIPTION_REACTIVATED,
          EventType.SUBSCRIPTION_DELETED,
          EventType.SUBSCRIBER_DELETED);

  private DataReader() {}

  /**
   * @param envelope an event's fields, its data among them
   */
  static EventData dataOf(Fields envelope, EventType type) {
    Fields.Reader<EventData> reader = (data, pointer) -> read(type, data, pointer);
    return WITHOUT_DATA.contains(type)
        ? envelope.optional("data", reader, read(type, JsonNodeFactory.instance.objectNode(), ""))
        : envelope.required("data", reader);
  }

  /**
   * @param pointer where the data stands in its document
   */
  static EventData read(EventType type, JsonNode data, String pointer) {
    return switch (type) {
      case SUBSCRIPTION_STARTED -> started(Fields.strict(data, pointer, STARTED));
      case SUBSCRIPTION_CHANGED -> changed(Fields.strict(data, pointer, CHANGED));
      case SUBSCRIPTION_PAUSED -> paused(Fields.strict(data, pointer, Set.of("resumesOn")));
      case SUBSCRIPTION_RESUMED -> resumed(Fields.strict(data, pointer, Set.of("anchor")));
      case SUBSCRIPTION_CANCELLED ->
          cancelled(Fields.strict(data, pointer, Set.of("effectiveOn", "atPeriodEnd")));
      case SUBSCRIPTION_REACTIVATED -> reactivated(Fields.strict(data, pointer, Set.of()));
      case CHARGE_ANNOUNCED -> announced(Fields.strict(data, pointer, CHARGE));
      case PAYMENT_SUCCEEDED -> succeeded(Fields.strict(data, pointer, PAYMENT));
      case PAYMENT_FAILED -> failed(Fields.strict(data, pointer, PAYMENT));
      case PAYMENT_REFUNDED -> refunded(Fields.strict(data, pointer, REFUND));
      case PAYMENT_CORRECTED -> corrected(Fields.strict(data, pointer, PAYMENT));
      case PAYMENT_VOIDED -> voided(Fields.strict(data, pointer, Set.of("paymentId")));
      case SUBSCRIPTION_DELETED -> subscriptionDeleted(Fields.strict(data, pointer, Set.of()));
      case ALERT_ACKNOWLEDGED -> acknowledged(Fields.strict(data, pointer, Set.of("alertId")));
      case ALERT_SNOOZED -> snoozed(Fields.strict(data, pointer, Set.of("alertId", "until")));
      case SUBSCRIBER_DELETED -> subscriberDeleted(Fields.strict(data, pointer, Set.of()));
      case SUBSCRIBER_UPDATED -> updated(Fields.strict(data, pointer, Preferences.OF_SUBSCRIBER));
      case TENANT_UPDATED -> tenant(Fields.strict(data, pointer, Preferences.OF_TENANT));
      case EXCHANGE_RATES_PUBLISHED ->
          RatesReader.read(Fields.strict(data, pointer, RatesReader.FIELDS));
    };
  }

  private static SubscriptionStarted started(Fields data) {
    data.required("name", (value, pointer) -> value);
    data.required("price", (value, pointer) -> value);
    data.required("billing", (value, pointer) -> value);
    LocalDate trialEnds = data.optional("trialEnds", Scalars::date);
    return new SubscriptionStarted(Agreements.facets(data, CollectionMode.AUTO), trialEnds);
  }

  private static EventData changed(Fields data) {
    String withdraws = data.optional("withdraws", Scalars::id);
    return withdraws == null ? facetsChanged(data) : withdrawn(data, withdraws);
  }

  private static ChangeWithdrawn withdrawn(Fields data, String changeId) {
    if (data.object().size() > 1) {
      throw InvalidInput.of(
          Defect.FIELD_CONFLICT, data.pointer(), "A withdrawal names the change and nothing else.");
    }
    return new ChangeWithdrawn(changeId);
  }

  private static SubscriptionChanged facetsChanged(Fields data) {
    requireOneOf(data, Agreements.FACETS);
    Facets facets = Agreements.facets(data, null);
    return new SubscriptionChanged(facets, data.optional("effectiveOn", Scalars::date));
  }

  private static SubscriptionPaused paused(Fields data) {
    return new SubscriptionPaused(data.optional("resumesOn", Scalars::date));
  }

  private static SubscriptionResumed resumed(Fields data) {
    return new SubscriptionResumed(
        data.optional(
            "anchor",
            Scalars.oneOf(SubscriptionResumed.Anchor.class),
            SubscriptionResumed.Anchor.UNCHANGED));
  }

  private static SubscriptionCancelled cancelled(Fields data) {
    LocalDate effectiveOn = data.optional("effectiveOn", Scalars::date);
    boolean atPeriodEnd = data.optional("atPeriodEnd", Scalars::bool, false);
    if (effectiveOn != null && atPeriodEnd) {
      throw InvalidInput.of(
          Defect.FIELD_CONFLICT, data.pointer(), "Either effectiveOn or atPeriodEnd is due.");
    }
    return new SubscriptionCancelled(effectiveOn, atPeriodEnd);
  }

  private static SubscriptionReactivated reactivated(Fields none) {
    return new SubscriptionReactivated();
  }

  private static ChargeAnnounced announced(Fields data) {
    return new ChargeAnnounced(
        new AnnouncedCharge(
            data.required("dueOn", Scalars::date), data.required("amount", Agreements::amount)));
  }

  private static PaymentSucceeded succeeded(Fields data) {
    return new PaymentSucceeded(
        data.required("paymentId", Scalars::id),
        data.required("amount", Agreements::amount),
        dueOn(data));
  }

  private static PaymentFailed failed(Fields data) {
    return new PaymentFailed(
        data.required("paymentId", Scalars::id),
        data.required("amount", Agreements::amount),
        dueOn(data));
  }

  private static PaymentRefunded refunded(Fields data) {
    return new PaymentRefunded(
        data.required("paymentId", Scalars::id),
        data.required("refundId", Scalars::id),
        data.required("amount", Agreements::amount));
  }

  private static PaymentCorrected corrected(Fields data) {
    return new PaymentCorrected(
        data.required("paymentId", Scalars::id),
        data.required("amount", Agreements::amount),
        dueOn(data));
  }

  private static PaymentVoided voided(Fields data) {
    return new PaymentVoided(data.required("paymentId", Scalars::id));
  }

  private static SubscriptionDeleted subscriptionDeleted(Fields none) {
    return new SubscriptionDeleted();
  }

  private static AlertAcknowledged acknowledged(Fields data) {
    return new AlertAcknowledged(data.required("alertId", Scalars::alertId));
  }

  private static AlertSnoozed snoozed(Fields data) {
    return new AlertSnoozed(
        data.required("alertId", Scalars::alertId), data.required("until", Scalars::date));
  }

  private static SubscriberDeleted subscriberDeleted(Fields none) {
    return new SubscriberDeleted();
  }

  private static @Nullable LocalDate dueOn(Fields data) {
    return data.optional("dueOn", Scalars::date);
  }

  private static SubscriberUpdated updated(Fields data) {
    requireOneOf(data, Preferences.OF_SUBSCRIBER);
    return Preferences.ofSubscriber(data);
  }

  private static TenantUpdated tenant(Fields data) {
    requireOneOf(data, Preferences.OF_TENANT);
    return Preferences.ofTenant(data);
  }

  private static void requireOneOf(Fields data, Set<String> names) {
    if (data.object().propertyNames().stream().noneMatch(names::contains)) {
      throw InvalidInput.of(
          Defect.FIELD_MISSING, data.pointer(), "At least one field that changes is mandatory.");
    }
  }

  private static Set<String> with(Set<String> names, String another) {
    Set<String> all = new HashSet<>(names);
    all.add(another);
    return Set.copyOf(all);
  }
}
