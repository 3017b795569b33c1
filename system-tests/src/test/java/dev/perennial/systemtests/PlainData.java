package dev.perennial.systemtests;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonValue;

/** BSON as the oracle's plain values. */
final class PlainData {

  private PlainData() {}

  static Map<String, Object> of(BsonDocument document) {
    Map<String, Object> fields = new LinkedHashMap<>();
    document.forEach((name, value) -> fields.put(name, value(value)));
    return fields;
  }

  private static Object value(BsonValue value) {
    return switch (value.getBsonType()) {
      case DOCUMENT -> of(value.asDocument());
      case ARRAY -> value.asArray().stream().map(PlainData::value).toList();
      case STRING -> value.asString().getValue();
      case INT32 -> value.asInt32().getValue();
      case INT64 -> value.asInt64().getValue();
      case BOOLEAN -> value.asBoolean().getValue();
      case DECIMAL128 -> value.asDecimal128().getValue().bigDecimalValue();
      case DATE_TIME -> Instant.ofEpochMilli(value.asDateTime().getValue());
      default -> throw new IllegalArgumentException("No " + value.getBsonType() + " is written");
    };
  }
}
