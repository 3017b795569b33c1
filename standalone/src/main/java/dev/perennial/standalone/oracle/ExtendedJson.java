package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads MongoDB's canonical extended JSON into typed plain values: int64 as {@link Long}, int32 as
 * {@link Integer}, Decimal128 as {@link BigDecimal}, dates as {@link Instant}.
 */
public final class ExtendedJson {

  private ExtendedJson() {}

  /**
   * @throws IllegalArgumentException if the text is not a JSON object
   */
  public static Map<String, Object> document(String json) {
    return members(Json.object(json));
  }

  private static Map<String, Object> members(Map<?, ?> map) {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach(
        (name, value) -> {
          if (value != null) {
            members.put((String) Objects.requireNonNull(name), plain(value));
          }
        });
    return members;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.size() == 1 ? typed(map) : members(map);
      case List<?> list -> items(list);
      case BigDecimal number -> number(number);
      default -> value;
    };
  }

  private static List<Object> items(List<?> list) {
    List<Object> items = new ArrayList<>();
    list.forEach(item -> items.add(plain(Objects.requireNonNull(item))));
    return items;
  }

  /** Plain JSON numbers are whole here; any other stays a decimal. */
  private static Object number(BigDecimal number) {
    if (number.scale() > 0) {
      return number;
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? (Object) (int) whole : (Object) whole;
  }

  private static Object typed(Map<?, ?> map) {
    String type = (String) map.keySet().iterator().next();
    Object value = map.get(type);
    return switch (type) {
      case "$numberLong" -> Long.valueOf(text(value));
      case "$numberInt" -> Integer.valueOf(text(value));
      case "$numberDecimal" -> new BigDecimal(text(value));
      case "$date" -> date(value);
      default -> members(map);
    };
  }

  private static Instant date(@Nullable Object value) {
    return value instanceof Map<?, ?> millis
        ? Instant.ofEpochMilli(Long.parseLong(Json.text(millis, "$numberLong")))
        : Instant.parse(text(value));
  }

  private static String text(@Nullable Object value) {
    return (String) Objects.requireNonNull(value);
  }
}
