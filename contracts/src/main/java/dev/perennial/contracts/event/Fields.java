package dev.perennial.contracts.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON object being read field by field, and where it stands in its document.
 *
 * @param pointer JSON pointer to the object
 */
record Fields(JsonNode object, String pointer) {

  /** Reads one value; it knows where the value stands, to say so when it rejects it. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonNode value, String pointer);
  }

  Fields {
    if (!object.isObject()) {
      throw InvalidInput.of(Defect.TYPE, pointer, "An object is expected here.");
    }
  }

  /** A field that is not known is rejected without being named: its name is input too. */
  static Fields strict(JsonNode object, String pointer, Set<String> known) {
    Fields fields = new Fields(object, pointer);
    if (!known.containsAll(object.propertyNames())) {
      throw InvalidInput.of(Defect.FIELD_UNKNOWN, pointer, "A field here is not defined.");
    }
    return fields;
  }

  <T> T required(String name, Reader<T> reader) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw InvalidInput.of(Defect.FIELD_MISSING, at(name), "The field " + name + " is mandatory.");
    }
    return reader.read(value, at(name));
  }

  <T> @Nullable T optional(String name, Reader<T> reader) {
    JsonNode value = object.get(name);
    return value == null ? null : reader.read(value, at(name));
  }

  <T> T optional(String name, Reader<T> reader, T absent) {
    JsonNode value = object.get(name);
    return value == null ? absent : reader.read(value, at(name));
  }

  String at(String name) {
    return pointer + "/" + name;
  }

  static <T> Reader<List<T>> listOf(int most, Reader<T> item) {
    return (array, pointer) -> {
      if (!array.isArray()) {
        throw InvalidInput.of(Defect.TYPE, pointer, "An array is expected here.");
      }
      if (array.size() > most) {
        throw InvalidInput.of(
            Defect.LIST_TOO_LONG, pointer, "At most " + most + " items are allowed here.");
      }
      List<T> items = new ArrayList<>();
      for (int index = 0; index < array.size(); index++) {
        items.add(item.read(array.get(index), pointer + "/" + index));
      }
      return List.copyOf(items);
    };
  }

  /** An object whose keys come from a known set. */
  static <T> Reader<Map<String, T>> mapOf(Set<String> keys, Reader<T> item) {
    return mapOf(keys, (String name) -> item);
  }

  /** The same, where the key says how its value is read. */
  static <T> Reader<Map<String, T>> mapOf(Set<String> keys, Function<String, Reader<T>> item) {
    return (object, pointer) -> {
      Fields fields = new Fields(object, pointer);
      if (!keys.containsAll(object.propertyNames())) {
        throw InvalidInput.of(Defect.ENUM, pointer, "A key here is not one of those defined.");
      }
      Map<String, T> read = new TreeMap<>();
      object
          .propertyNames()
          .forEach(name -> read.put(name, fields.required(name, item.apply(name))));
      return read;
    };
  }
}
