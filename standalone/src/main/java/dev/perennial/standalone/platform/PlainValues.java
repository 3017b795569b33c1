package dev.perennial.standalone.platform;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.types.Decimal128;

/** BSON's values as the JDK's, which is all that the oracle knows. */
final class PlainValues {
  private PlainValues() {}

  /** Dates become instants, Decimal128 BigDecimal; strings, integers and booleans stay. */
  static Map<String, Object> of(Map<?, ?> document) {
    Map<String, Object> plain = new LinkedHashMap<>();
    document.forEach((name, value) -> plain.put(String.valueOf(name), value(value)));
    return plain;
  }

  private static Object value(Object value) {
    return switch (value) {
      case null -> "null";
      case Map<?, ?> map -> of(map);
      case List<?> list -> list.stream().map(PlainValues::value).toList();
      case Date date -> date.toInstant();
      case Decimal128 decimal -> decimal.bigDecimalValue();
      default -> value;
    };
  }
}
