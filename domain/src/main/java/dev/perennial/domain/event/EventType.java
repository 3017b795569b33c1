package dev.perennial.domain.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The event types that this release gives a meaning to, by their CloudEvents names. */
public enum EventType {
  SUBSCRIPTION_STARTED("subscription.started"),
  SUBSCRIPTION_CHANGED("subscription.changed"),
  SUBSCRIPTION_PAUSED("subscription.paused"),
  SUBSCRIPTION_RESUMED("subscription.resumed"),
  SUBSCRIPTION_CANCELLED("subscription.cancelled"),
  SUBSCRIPTION_REACTIVATED("subscription.reactivated"),
  CHARGE_ANNOUNCED("charge.announced"),
  PAYMENT_SUCCEEDED("payment.succeeded"),
  PAYMENT_FAILED("payment.failed"),
  PAYMENT_REFUNDED("payment.refunded"),
  PAYMENT_CORRECTED("payment.corrected"),
  PAYMENT_VOIDED("payment.voided"),
  SUBSCRIPTION_DELETED("subscription.deleted"),
  ALERT_ACKNOWLEDGED("alert.acknowledged"),
  ALERT_SNOOZED("alert.snoozed"),
  SUBSCRIBER_DELETED("subscriber.deleted"),
  SUBSCRIBER_UPDATED("subscriber.updated"),
  TENANT_UPDATED("tenant.updated"),
  EXCHANGE_RATES_PUBLISHED("exchange-rates.published");

  private static final Map<String, EventType> BY_NAME =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));

  private final String wireName;

  EventType(String wireName) {
    this.wireName = wireName;
  }

  public String wireName() {
    return wireName;
  }

  public static Optional<EventType> byName(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /** Whether it belongs to no subscriber. */
  public boolean isReferenceData() {
    return this == TENANT_UPDATED || this == EXCHANGE_RATES_PUBLISHED;
  }

  public static EventType of(EventData data) {
    return switch (data) {
      case SubscriptionStarted started -> SUBSCRIPTION_STARTED;
      case SubscriptionChanged changed -> SUBSCRIPTION_CHANGED;
      case ChangeWithdrawn withdrawn -> SUBSCRIPTION_CHANGED;
      case SubscriptionPaused paused -> SUBSCRIPTION_PAUSED;
      case SubscriptionResumed resumed -> SUBSCRIPTION_RESUMED;
      case SubscriptionCancelled cancelled -> SUBSCRIPTION_CANCELLED;
      case SubscriptionReactivated reactivated -> SUBSCRIPTION_REACTIVATED;
      case ChargeAnnounced announced -> CHARGE_ANNOUNCED;
      case PaymentSucceeded succeeded -> PAYMENT_SUCCEEDED;
      case PaymentFailed failed -> PAYMENT_FAILED;
      case PaymentRefunded refunded -> PAYMENT_REFUNDED;
      case PaymentCorrected corrected -> PAYMENT_CORRECTED;
      case PaymentVoided voided -> PAYMENT_VOIDED;
      case SubscriptionDeleted deleted -> SUBSCRIPTION_DELETED;
      case AlertAcknowledged acknowledged -> ALERT_ACKNOWLEDGED;
      case AlertSnoozed snoozed -> ALERT_SNOOZED;
      case SubscriberDeleted deleted -> SUBSCRIBER_DELETED;
      case SubscriberUpdated updated -> SUBSCRIBER_UPDATED;
      case TenantUpdated updated -> TENANT_UPDATED;
      case ExchangeRatesPublished published -> EXCHANGE_RATES_PUBLISHED;
    };
  }
}
