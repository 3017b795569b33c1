package dev.perennial.contracts.alert;

import dev.perennial.domain.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of a message; amounts are decimal strings, so that no reader makes a double of them. */
final class Json {

  private Json() {}

  static void put(ObjectNode json, String field, Money amount) {
    put(json.putObject(field), amount);
  }

  static void add(ArrayNode amounts, Money amount) {
    put(amounts.addObject(), amount);
  }

  private static void put(ObjectNode json, Money amount) {
    json.put("value", amount.value().toPlainString())
        .put("currency", amount.currency().getCurrencyCode());
  }

  static void putIfPresent(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  static void putIfPresent(ObjectNode json, String field, @Nullable Money amount) {
    if (amount != null) {
      put(json, field, amount);
    }
  }

  static Money amount(JsonNode json) {
    return Money.of(text(json, "value"), text(json, "currency"));
  }

  static @Nullable Money optionalAmount(JsonNode json, String field) {
    return json.has(field) ? amount(json.required(field)) : null;
  }

  static LocalDate day(JsonNode json, String field) {
    return LocalDate.parse(text(json, field));
  }

  static @Nullable LocalDate optionalDay(JsonNode json, String field) {
    String day = optionalText(json, field);
    return day == null ? null : LocalDate.parse(day);
  }

  static String text(JsonNode json, String field) {
    return json.required(field).stringValue();
  }

  static @Nullable String optionalText(JsonNode json, String field) {
    JsonNode value = json.get(field);
    return value == null || value.isNull() ? null : value.stringValue();
  }
}
