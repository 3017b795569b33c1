package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document that must be there, under construction. A value that is a class stands for any value
 * of that class: what the oracle cannot know, but must be present.
 */
final class Document {

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /**
   * @param partition of the subscriber; the document carries it
   */
  static Document of(String id, int partition, String tenant, String subscriber) {
    return of(id, partition, tenant).with("subscriberId", subscriber);
  }

  /** Of no subscriber. */
  static Document of(String id, int partition, String tenant) {
    return new Document()
        .with("_id", id)
        .with("version", Long.class)
        .with("partition", partition)
        .with("tenantId", tenant);
  }

  /** What is left of a document: nothing of what it said, nor of whom. */
  static Map<String, Object> erased(String id, String tenant) {
    return map(
        "_id",
        id,
        "version",
        Long.class,
        "partition",
        Integer.class,
        "tenantId",
        tenant,
        "erased",
        true,
        "erasedAt",
        Instant.class);
  }

  static Map<String, Object> map(@Nullable Object... namesAndValues) {
    Document document = new Document();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      document.with(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return document.fields;
  }

  /** Adds a field; nothing where the value is null. A local date becomes midnight in UTC. */
  Document with(String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value instanceof LocalDate day ? midnight(day) : value);
    }
    return this;
  }

  static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** Ids joined to one key; what separates them is escaped inside them. */
  static String key(String... parts) {
    return List.copyOf(Arrays.asList(parts)).stream()
        .map(part -> part.replace("%", "%25").replace("|", "%7C"))
        .collect(Collectors.joining("|"));
  }
}
