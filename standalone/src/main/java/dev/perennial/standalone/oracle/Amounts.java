package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.Map;

/** Amounts as events write them. */
final class Amounts {

  private Amounts() {}

  static BigDecimal value(Map<String, Object> amount) {
    return Canonical.value(Json.text(amount, "value"), currency(amount));
  }

  static String currency(Map<String, Object> amount) {
    return Json.text(amount, "currency");
  }

  static Map<String, Object> document(Map<String, Object> amount) {
    return document(value(amount), currency(amount));
  }

  /** As an alert writes what a document has. */
  static Map<String, Object> written(Map<String, Object> document) {
    return Map.of(
        "value",
        Json.member(document, "value").toString(),
        "currency",
        Json.text(document, "currency"));
  }

  static Map<String, Object> document(BigDecimal value, String currency) {
    return Map.of("value", value, "currency", currency);
  }
}
