package dev.perennial.ingest.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A file that was read as far as it can be without checking its events.
 *
 * @param columns from the JSON pointer of an event's value to the column that it came from, in the
 *     order of the columns
 * @param dropped how many values of which columns no event has a place for
 */
public record ImportFile(
    List<Entry> entries, Map<String, String> columns, SortedMap<String, Integer> dropped) {

  public ImportFile {
    entries = List.copyOf(entries);
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    dropped = new TreeMap<>(dropped);
  }

  /** The column of a value, or of the nearest value around it or in it that has one. */
  Optional<String> columnOf(String pointer) {
    for (String at = pointer; at.lastIndexOf('/') > 0; at = at.substring(0, at.lastIndexOf('/'))) {
      String name = columns.get(at);
      if (name != null) {
        return Optional.of(name);
      }
    }
    return Optional.ofNullable(columns.get(pointer)).or(() -> within(pointer));
  }

  private Optional<String> within(String pointer) {
    boolean whole = pointer.isEmpty() || pointer.equals("/data");
    return columns.entrySet().stream()
        .filter(column -> !whole && column.getKey().startsWith(pointer + "/"))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
