package dev.perennial.contracts.alert;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of an alert; amounts are decimal strings, so that no reader makes a double of them.
 */
final class AlertJson {

  private AlertJson() {}

  static ObjectNode write(ObjectNode json, AlertRaised alert) {
    json.put("id", alert.id());
    json.put("type", alert.type());
    writeSubscriber(json, alert.subscriber());
    writeSubscription(json, alert);
    json.put("dueOn", alert.dueOn().toString());
    json.put("lead", alert.lead());
    json.put("daysLeft", alert.daysLeft());
    putAmount(json, "amount", alert.amount());
    writeOfSomeTypes(json, alert);
    json.put("collection", alert.collection().name());
    json.put("revision", alert.revision());
    json.put("fireAt", alert.fireAt().toString());
    json.put("raisedAt", alert.raisedAt().toString());
    writePreferences(json, alert);
    return json;
  }

  private static void writeOfSomeTypes(ObjectNode json, AlertRaised alert) {
    putIfPresent(json, "previousAmount", alert.previousAmount());
    LocalDate renewalOn = alert.renewalOn();
    putIfPresent(json, "renewalOn", renewalOn == null ? null : renewalOn.toString());
    putIfPresent(json, "paymentId", alert.paymentId());
    putIfPresent(json, "expectedAmount", alert.expectedAmount());
    putIfPresent(json, "duplicateOf", alert.duplicateOf());
  }

  private static void putAmount(ObjectNode json, String field, Money amount) {
    json.putObject(field)
        .put("value", amount.value().toPlainString())
        .put("currency", amount.currency().getCurrencyCode());
  }

  private static void writeSubscriber(ObjectNode json, SubscriberKey subscriber) {
    json.put("tenantId", subscriber.tenantId());
    json.put("subscriberId", subscriber.subscriberId());
  }

  private static void writeSubscription(ObjectNode json, AlertRaised alert) {
    json.put("subscriptionId", alert.subscriptionId());
    json.put("subscriptionName", alert.subscriptionName());
    putIfPresent(json, "vendor", alert.vendor());
    json.put("category", alert.category());
    putIfPresent(json, "url", alert.url());
  }

  private static void writePreferences(ObjectNode json, AlertRaised alert) {
    json.put("zone", alert.zone().getId());
    Locale locale = alert.locale();
    putIfPresent(json, "locale", locale == null ? null : locale.toLanguageTag());
    List<String> routing = alert.routing();
    if (routing != null) {
      ArrayNode destinations = json.putArray("routing");
      routing.forEach(destinations::add);
    }
  }

  private static void putIfPresent(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void putIfPresent(ObjectNode json, String field, @Nullable Money amount) {
    if (amount != null) {
      putAmount(json, field, amount);
    }
  }

  static ObjectNode write(ObjectNode json, AlertVoided alert) {
    json.put("id", alert.id());
    writeSubscriber(json, alert.subscriber());
    json.put("voidedAt", alert.voidedAt().toString());
    return json;
  }

  static ObjectNode write(ObjectNode json, SubscriberErased erased) {
    writeSubscriber(json, erased.subscriber());
    json.put("erasedAt", erased.erasedAt().toString());
    return json;
  }

  static AlertRaised raised(JsonNode json) {
    return new AlertRaised(
        text(json, "id"),
        text(json, "type"),
        subscriber(json),
        text(json, "subscriptionId"),
        text(json, "subscriptionName"),
        optionalText(json, "vendor"),
        text(json, "category"),
        LocalDate.parse(text(json, "dueOn")),
        json.required("lead").asInt(),
        json.required("daysLeft").asInt(),
        amount(json.required("amount")),
        optionalAmount(json, "previousAmount"),
        optionalDate(json, "renewalOn"),
        optionalText(json, "paymentId"),
        optionalAmount(json, "expectedAmount"),
        optionalText(json, "duplicateOf"),
        CollectionMode.valueOf(text(json, "collection")),
        json.required("revision").asInt(),
        Instant.parse(text(json, "fireAt")),
        Instant.parse(text(json, "raisedAt")),
        ZoneId.of(text(json, "zone")),
        locale(json),
        routing(json),
        optionalText(json, "url"));
  }

  static AlertVoided voided(JsonNode json) {
    return new AlertVoided(
        text(json, "id"), subscriber(json), Instant.parse(text(json, "voidedAt")));
  }

  static SubscriberErased erased(JsonNode json) {
    return new SubscriberErased(subscriber(json), Instant.parse(text(json, "erasedAt")));
  }

  private static SubscriberKey subscriber(JsonNode json) {
    return new SubscriberKey(text(json, "tenantId"), text(json, "subscriberId"));
  }

  private static Money amount(JsonNode json) {
    return Money.of(text(json, "value"), text(json, "currency"));
  }

  private static @Nullable Money optionalAmount(JsonNode json, String field) {
    return json.has(field) ? amount(json.required(field)) : null;
  }

  private static @Nullable LocalDate optionalDate(JsonNode json, String field) {
    String date = optionalText(json, field);
    return date == null ? null : LocalDate.parse(date);
  }

  private static @Nullable Locale locale(JsonNode json) {
    String tag = optionalText(json, "locale");
    return tag == null ? null : Locale.forLanguageTag(tag);
  }

  private static @Nullable List<String> routing(JsonNode json) {
    JsonNode destinations = json.get("routing");
    return destinations == null
        ? null
        : destinations.valueStream().map(JsonNode::stringValue).toList();
  }

  private static String text(JsonNode json, String field) {
    return json.required(field).stringValue();
  }

  private static @Nullable String optionalText(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.stringValue();
  }
}
