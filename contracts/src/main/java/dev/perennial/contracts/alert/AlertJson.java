package dev.perennial.contracts.alert;

import dev.perennial.domain.SubscriberKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a message. */
final class AlertJson {

  private AlertJson() {}

  static ObjectNode write(ObjectNode json, AlertRaised alert) {
    json.put("id", alert.id());
    json.put("type", alert.type());
    writeSubscriber(json, alert.subscriber());
    AlertContentJson.write(json, alert.content());
    json.put("dueOn", alert.dueOn().toString());
    json.put("lead", alert.lead());
    json.put("daysLeft", alert.daysLeft());
    json.put("revision", alert.revision());
    json.put("fireAt", alert.fireAt().toString());
    json.put("raisedAt", alert.raisedAt().toString());
    writePreferences(json, alert);
    return json;
  }

  private static void writeSubscriber(ObjectNode json, SubscriberKey subscriber) {
    json.put("tenantId", subscriber.tenantId());
    json.put("subscriberId", subscriber.subscriberId());
  }

  private static void writePreferences(ObjectNode json, AlertRaised alert) {
    json.put("zone", alert.zone().getId());
    Locale locale = alert.locale();
    if (locale != null) {
      json.put("locale", locale.toLanguageTag());
    }
    List<String> routing = alert.routing();
    if (routing != null) {
      ArrayNode destinations = json.putArray("routing");
      routing.forEach(destinations::add);
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
        Json.text(json, "id"),
        Json.text(json, "type"),
        subscriber(json),
        AlertContentJson.read(json),
        Json.day(json, "dueOn"),
        json.required("lead").asInt(),
        json.required("daysLeft").asInt(),
        json.required("revision").asInt(),
        Instant.parse(Json.text(json, "fireAt")),
        Instant.parse(Json.text(json, "raisedAt")),
        ZoneId.of(Json.text(json, "zone")),
        locale(json),
        routing(json));
  }

  static AlertVoided voided(JsonNode json) {
    return new AlertVoided(
        Json.text(json, "id"), subscriber(json), Instant.parse(Json.text(json, "voidedAt")));
  }

  static SubscriberErased erased(JsonNode json) {
    return new SubscriberErased(subscriber(json), Instant.parse(Json.text(json, "erasedAt")));
  }

  private static SubscriberKey subscriber(JsonNode json) {
    return new SubscriberKey(Json.text(json, "tenantId"), Json.text(json, "subscriberId"));
  }

  private static @Nullable Locale locale(JsonNode json) {
    String tag = Json.optionalText(json, "locale");
    return tag == null ? null : Locale.forLanguageTag(tag);
  }

  private static @Nullable List<String> routing(JsonNode json) {
    JsonNode destinations = json.get("routing");
    return destinations == null
        ? null
        : destinations.valueStream().map(JsonNode::stringValue).toList();
  }
}
