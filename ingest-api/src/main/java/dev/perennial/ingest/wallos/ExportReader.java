package dev.perennial.ingest.wallos;

import dev.perennial.contracts.event.InvalidInput;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.ImportFile;
import dev.perennial.ingest.imports.RefusedFile;
import dev.perennial.ingest.imports.Table;
import dev.perennial.ingest.imports.TableReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** From an export, JSON or CSV, to what its entries ask for. */
final class ExportReader {

  private final EntryReader entries;
  private final int mostRows;

  ExportReader(Target target, int mostRows) {
    this.entries = new EntryReader(target);
    this.mostRows = mostRows;
  }

  /**
   * @throws RefusedFile if the file as a whole cannot be read: 400, 413 or 422
   */
  ImportFile json(byte[] body) {
    JsonNode list = list(parse(body));
    if (list.isEmpty()) {
      throw new RefusedFile(422, "batch-empty", "The export has no subscription.");
    }
    if (list.size() > mostRows) {
      throw new RefusedFile(413, "rows-too-many", "A file has at most " + mostRows + " entries.");
    }
    List<Entry> read = new ArrayList<>();
    for (JsonNode entry : list) {
      read.add(entry(read.size() + 1, entry));
    }
    return file(read);
  }

  private static JsonNode parse(byte[] body) {
    try {
      return StrictJson.parse(body);
    } catch (InvalidInput invalid) {
      throw new RefusedFile(400, invalid.violation().code(), invalid.violation().detail());
    }
  }

  /** The file that Wallos saves is the list alone; what its endpoint answers has it inside. */
  private static JsonNode list(JsonNode root) {
    JsonNode list = root.isObject() ? root.path("subscriptions") : root;
    if (!list.isArray()) {
      throw new RefusedFile(422, "type", "The document is not a list of subscriptions.");
    }
    return list;
  }

  private Entry entry(int row, JsonNode entry) {
    if (!entry.isObject()) {
      return new Entry.Spoilt(row, null, "type", "The entry is not an object.");
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (Map.Entry<String, JsonNode> property : entry.properties()) {
      Field field = Field.byName(property.getKey()).orElse(null);
      JsonNode value = property.getValue();
      if (field == null || value.isNull()) {
        continue;
      }
      if (!value.isString() && !value.isNumber()) {
        return new Entry.Spoilt(row, field.wallosName(), "type", "A text or a number is due.");
      }
      put(fields, field, value.asString());
    }
    return entries.read(row, fields);
  }

  /**
   * @throws RefusedFile if the file as a whole cannot be read: 400, 413 or 422
   */
  ImportFile csv(byte[] body) {
    Table table = TableReader.read(body, ',', mostRows);
    List<Optional<Field>> header = table.header().stream().map(Field::byName).toList();
    if (!header.contains(Optional.of(Field.NAME))) {
      throw new RefusedFile(422, "column-missing", "The column Name is due.", 1, null);
    }
    return file(table.rows().stream().map(row -> entry(row, header)).toList());
  }

  private Entry entry(Table.Row row, List<Optional<Field>> header) {
    if (row.cells().size() != header.size()) {
      return new Entry.Spoilt(
          row.line(),
          null,
          "row-length",
          "The row has more or fewer cells than the header; the JSON export is safer.");
    }
    Map<Field, String> fields = new EnumMap<>(Field.class);
    for (int place = 0; place < header.size(); place++) {
      String cell = row.cells().get(place);
      header.get(place).ifPresent(field -> put(fields, field, cell));
    }
    return entries.read(row.line(), fields);
  }

  private static void put(Map<Field, String> fields, Field field, String text) {
    String value = text.strip();
    if (!value.isEmpty()) {
      fields.put(field, value);
    }
  }

  private ImportFile file(List<Entry> read) {
    return new ImportFile(read, Field.namesByPointer(), entries.dropped());
  }
}
