package dev.perennial.standalone.oracle;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An event's content in one form: members in a fixed order, defaults filled in, amounts with their
 * currency's digits. Its digest tells equal content from other content.
 */
final class Canonical {

  private static final List<String> AGREEMENT =
      List.of(
          "name",
          "vendor",
          "category",
          "price",
          "billing",
          "endsOn",
          "collection",
          "reminders",
          "url",
          "tags",
          "occurrences",
          "notice",
          "share",
          "trialEnds",
          "effectiveOn",
          "withdraws");

  private static final List<String> PAYMENT = List.of("paymentId", "amount", "dueOn");
  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          entry("subscription.started", AGREEMENT),
          entry("subscription.changed", AGREEMENT),
          entry("subscription.paused", List.of("resumesOn")),
          entry("subscription.resumed", List.of("anchor")),
          entry("subscription.cancelled", List.of("effectiveOn", "atPeriodEnd")),
          entry("subscription.reactivated", List.of()),
          entry("charge.announced", List.of("dueOn", "amount")),
          entry("payment.succeeded", PAYMENT),
          entry("payment.failed", PAYMENT),
          entry("payment.refunded", List.of("paymentId", "amount", "refundId")),
          entry("payment.corrected", PAYMENT),
          entry("payment.voided", List.of("paymentId")),
          entry("alert.acknowledged", List.of("alertId")),
          entry("alert.snoozed", List.of("alertId", "until")),
          entry(
              "subscriber.updated",
              List.of(
                  "zone",
                  "locale",
                  "currency",
                  "periodStartsOn",
                  "alertTime",
                  "quietHours",
                  "leads",
                  "routing",
                  "budgets")),
          entry("tenant.updated", List.of("currency", "zone", "leads", "routing")),
          entry("exchange-rates.published", List.of("base", "date", "rates", "source")));

  private Canonical() {}

  /** The first 32 hex characters of SHA-256 over the parts, each behind its length as an int. */
  static String digest(
      String type, String subject, String subscriber, String time, Map<String, Object> data) {
    MessageDigest sha = sha256();
    for (String part : List.of(type, subject, subscriber, time, text(type, data))) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
      sha.update(bytes);
    }
    return first32(sha);
  }

  /** The first 32 hex characters of SHA-256 over {@code length:part} for each part. */
  static String alertId(List<String> parts) {
    MessageDigest sha = sha256();
    for (String part : parts) {
      sha.update((part.length() + ":" + part).getBytes(StandardCharsets.UTF_8));
    }
    return first32(sha);
  }

  private static String first32(MessageDigest sha) {
    return HexFormat.of().formatHex(sha.digest()).substring(0, 32);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  static String text(String type, Map<String, Object> data) {
    Map<String, Object> filled = new LinkedHashMap<>(data);
    if (type.equals("subscription.started")) {
      filled.putIfAbsent("collection", "AUTO");
    } else if (type.equals("subscription.resumed")) {
      filled.putIfAbsent("anchor", "UNCHANGED");
    } else if (type.equals("subscription.cancelled")) {
      filled.remove("atPeriodEnd", false);
    }
    return object(filled, ORDER.getOrDefault(type, List.of()));
  }

  private static String object(Map<String, Object> members, List<String> order) {
    return order.stream()
        .filter(members::containsKey)
        .map(name -> quoted(name) + ":" + member(name, Json.member(members, name)))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @SuppressWarnings("unchecked")
  private static String member(String name, Object value) {
    return switch (name) {
      case "amount" -> amount((Map<String, Object>) value);
      case "price" -> object((Map<String, Object>) value, List.of("kind", "amount"));
      case "billing" -> billing((Map<String, Object>) value);
      case "notice" -> object((Map<String, Object>) value, List.of("every", "unit"));
      case "share" -> object((Map<String, Object>) value, List.of("part", "of"));
      case "reminders" -> object((Map<String, Object>) value, List.of("leads", "repeat"));
      case "repeat" -> repeat((Map<String, Object>) value);
      case "leads" -> leads(value);
      case "periodStartsOn" ->
          object((Map<String, Object>) value, List.of("dayOfMonth", "weeks", "from"));
      case "quietHours" -> object((Map<String, Object>) value, List.of("from", "to"));
      case "budgets" -> budgets((List<?>) value);
      case "routing" -> object((Map<String, Object>) value, List.copyOf(names(value)));
      case "rates" -> rates((Map<String, Object>) value);
      default -> plain(value);
    };
  }

  private static String billing(Map<String, Object> billing) {
    Map<String, Object> filled = new LinkedHashMap<>(billing);
    filled.putIfAbsent("monthEnd", "CLAMP");
    return object(filled, List.of("every", "unit", "anchor", "monthEnd"));
  }

  private static String budgets(List<?> budgets) {
    return budgets.stream()
        .map(Happening::map)
        .sorted(Comparator.comparing(budget -> String.valueOf(budget.getOrDefault("category", ""))))
        .map(budget -> object(budget, List.of("category", "amount")))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String rates(Map<String, Object> rates) {
    Map<String, Object> shortened = new LinkedHashMap<>(rates);
    shortened.replaceAll(
        (currency, rate) -> new BigDecimal((String) rate).stripTrailingZeros().toPlainString());
    return object(shortened, names(rates));
  }

  private static String repeat(Map<String, Object> repeat) {
    Map<String, Object> filled = new LinkedHashMap<>(repeat);
    filled.putIfAbsent("until", "ACKNOWLEDGED");
    return object(filled, List.of("every", "most", "until"));
  }

  private static String amount(Map<String, Object> amount) {
    String currency = Json.text(amount, "currency");
    return "{\"value\":\"%s\",\"currency\":\"%s\"}"
        .formatted(value(Json.text(amount, "value"), currency).toPlainString(), currency);
  }

  /** The value with as many fraction digits as its currency has. */
  static BigDecimal value(String value, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return new BigDecimal(value).setScale(digits, RoundingMode.UNNECESSARY);
  }

  /** Either the numbers themselves, largest first, or such numbers by alert type. */
  private static String leads(Object value) {
    if (value instanceof Map<?, ?> byType) {
      return names(value).stream()
          .map(type -> quoted(type) + ":" + leads(Json.member(byType, type)))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return Leads.of(value).stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  private static List<String> names(Object map) {
    TreeMap<String, Object> sorted = new TreeMap<>();
    ((Map<?, ?>) map).forEach((name, value) -> sorted.put((String) name, value));
    return List.copyOf(sorted.keySet());
  }

  private static String plain(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Canonical::plain).collect(Collectors.joining(",", "[", "]"));
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
