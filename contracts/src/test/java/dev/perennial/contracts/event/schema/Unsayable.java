package dev.perennial.contracts.event.schema;

import dev.perennial.contracts.event.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What ingest refuses and no schema can say; docs/schemas.md lists these by their names. Each knows
 * by itself when it applies, so that the reader cannot hide a mistake behind it.
 */
enum Unsayable {
  CALENDAR("time-format", (at, event) -> !isDay(at.asString())),
  BEFORE_1970("time-range", (at, event) -> at.asString().matches("19(69|70).*")),
  CURRENCY("enum", (at, event) -> text(at, event).anyMatch(code -> !isCurrency(code))),
  TIME_ZONE("enum", (at, event) -> !ZoneId.getAvailableZoneIds().contains(at.asString())),
  LANGUAGE_TAG("enum", (at, event) -> !isLanguageTag(at.asString())),
  FRACTION_DIGITS(
      "number-range",
      (at, event) -> event.findParents("value").stream().anyMatch(Unsayable::isTooFine)),
  URI_SYNTAX("id-invalid", (at, event) -> !isUri(at.asString())),
  HOST(
      "url-invalid",
      (at, event) -> !isUri(at.asString()) || URI.create(at.asString()).getHost() == null),
  WHOLE_NUMBERS("type", (at, event) -> at.isNumber() && !at.isIntegralNumber()),
  PART_OF_SHARE(
      "number-range",
      (at, event) ->
          event.findParents("part").stream()
              .anyMatch(share -> share.path("part").asInt(0) > share.path("of").asInt(0))),
  SUBJECT("field-conflict", (at, event) -> !event.path("subject").equals(subject(event))),
  QUIET_HOURS(
      "field-conflict", (at, event) -> at.has("to") && at.path("from").equals(at.path("to"))),
  ONE_BUDGET(
      "field-conflict",
      (at, event) ->
          at.has("amount")
              && event.findParents("amount").stream()
                      .filter(budget -> budget.path("category").equals(at.path("category")))
                      .count()
                  > 1),
  BASE_CURRENCY(
      "field-conflict", (at, event) -> at.has(event.path("data").path("base").asString()));

  private final String code;
  private final BiPredicate<JsonNode, JsonNode> applies;

  Unsayable(String code, BiPredicate<JsonNode, JsonNode> applies) {
    this.code = code;
    this.applies = applies;
  }

  static boolean explains(Violation violation, JsonNode event) {
    JsonNode at = event.at(violation.pointer());
    return Stream.of(values())
        .anyMatch(rule -> rule.code.equals(violation.code()) && rule.applies.test(at, event));
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text.substring(0, Math.min(10, text.length())));
      return true;
    } catch (DateTimeException none) {
      return false;
    }
  }

  /** A currency, or the codes of rates. */
  private static Stream<String> text(JsonNode at, JsonNode event) {
    return at.isObject() ? at.propertyNames().stream() : Stream.of(at.asString());
  }

  private static boolean isCurrency(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  private static boolean isLanguageTag(String tag) {
    try {
      new Locale.Builder().setLanguageTag(tag);
      return true;
    } catch (IllformedLocaleException no) {
      return false;
    }
  }

  private static boolean isTooFine(JsonNode amount) {
    String code = amount.path("currency").asString();
    return isCurrency(code)
        && new BigDecimal(amount.path("value").asString()).stripTrailingZeros().scale()
            > Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).toString().equals(text);
    } catch (URISyntaxException no) {
      return false;
    }
  }

  private static JsonNode subject(JsonNode event) {
    JsonNode data = event.path("data");
    String type = event.path("type").asString();
    if (type.startsWith("alert.")) {
      return data.path("alertId");
    }
    if (type.startsWith("subscriber.")) {
      return event.path("subscriberid");
    }
    return type.equals("exchange-rates.published")
        ? data.path("base")
        : StringNode.valueOf(PublishedSchema.TENANT);
  }
}
