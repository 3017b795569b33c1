package dev.perennial.contracts.alert;

import dev.perennial.domain.Budget;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.alert.Digest;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an alert is about, among its own fields. Which fields there are says what it is about, so
 * that a type of a later release is read as well.
 */
final class AlertContentJson {

  private AlertContentJson() {}

  static void write(ObjectNode json, AlertContent content) {
    switch (content) {
      case AlertContent.OfSubscription subscription -> write(json, subscription);
      case AlertContent.OfBudget budget -> write(json, budget);
      case AlertContent.OfDigest digest -> write(json, digest.digest());
    }
  }

  private static void write(ObjectNode json, AlertContent.OfSubscription content) {
    json.put("subscriptionId", content.subscriptionId());
    json.put("subscriptionName", content.subscriptionName());
    Json.putIfPresent(json, "vendor", content.vendor());
    json.put("category", content.category());
    Json.putIfPresent(json, "url", content.url());
    Json.put(json, "amount", content.amount());
    Json.putIfPresent(json, "previousAmount", content.previousAmount());
    LocalDate renewalOn = content.renewalOn();
    Json.putIfPresent(json, "renewalOn", renewalOn == null ? null : renewalOn.toString());
    Json.putIfPresent(json, "paymentId", content.paymentId());
    Json.putIfPresent(json, "expectedAmount", content.expectedAmount());
    Json.putIfPresent(json, "duplicateOf", content.duplicateOf());
    json.put("collection", content.collection().name());
  }

  private static void write(ObjectNode json, AlertContent.OfBudget content) {
    Json.put(json, "amount", content.amount());
    ObjectNode budget = json.putObject("budget");
    Json.putIfPresent(budget, "category", content.budget().category());
    Json.put(budget, "amount", content.budget().amount());
    write(json, content.period());
  }

  private static void write(ObjectNode json, Digest digest) {
    ArrayNode charges = json.putArray("charges");
    digest.charges().forEach(charge -> write(charges.addObject(), charge));
    json.put("chargesInAll", digest.chargesInAll());
    write(json.putArray("due"), digest.due());
    write(json.putArray("spent"), digest.spent());
    write(json, digest.period());
  }

  private static void write(ObjectNode json, Digest.Charge charge) {
    json.put("subscriptionId", charge.subscriptionId());
    json.put("name", charge.name());
    json.put("dueOn", charge.dueOn().toString());
    Json.put(json, "amount", charge.amount());
    if (charge.estimated()) {
      json.put("estimated", true);
    }
  }

  private static void write(ArrayNode json, List<Money> amounts) {
    amounts.forEach(amount -> Json.add(json, amount));
  }

  private static void write(ObjectNode json, Period period) {
    json.putObject("period")
        .put("from", period.from().toString())
        .put("until", period.until().toString());
  }

  static AlertContent read(JsonNode json) {
    if (json.has("subscriptionId")) {
      return subscription(json);
    }
    return json.has("budget") ? budget(json) : new AlertContent.OfDigest(digest(json));
  }

  private static AlertContent subscription(JsonNode json) {
    return new AlertContent.OfSubscription(
        Json.text(json, "subscriptionId"),
        Json.text(json, "subscriptionName"),
        Json.optionalText(json, "vendor"),
        Json.text(json, "category"),
        Json.amount(json.required("amount")),
        Json.optionalAmount(json, "previousAmount"),
        Json.optionalDay(json, "renewalOn"),
        Json.optionalText(json, "paymentId"),
        Json.optionalAmount(json, "expectedAmount"),
        Json.optionalText(json, "duplicateOf"),
        CollectionMode.valueOf(Json.text(json, "collection")),
        Json.optionalText(json, "url"));
  }

  private static AlertContent budget(JsonNode json) {
    JsonNode budget = json.required("budget");
    return new AlertContent.OfBudget(
        Json.amount(json.required("amount")),
        new Budget(Json.optionalText(budget, "category"), Json.amount(budget.required("amount"))),
        period(json));
  }

  private static Digest digest(JsonNode json) {
    return new Digest(
        period(json),
        json.required("charges").valueStream().map(AlertContentJson::charge).toList(),
        json.required("chargesInAll").asInt(),
        amounts(json, "due"),
        amounts(json, "spent"));
  }

  private static Digest.Charge charge(JsonNode json) {
    return new Digest.Charge(
        Json.text(json, "subscriptionId"),
        Json.text(json, "name"),
        Json.day(json, "dueOn"),
        Json.amount(json.required("amount")),
        json.path("estimated").asBoolean(false));
  }

  private static List<Money> amounts(JsonNode json, String field) {
    return json.required(field).valueStream().map(Json::amount).toList();
  }

  private static Period period(JsonNode json) {
    JsonNode period = json.required("period");
    return new Period(Json.day(period, "from"), Json.day(period, "until"));
  }
}
