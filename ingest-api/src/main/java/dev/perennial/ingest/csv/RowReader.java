package dev.perennial.ingest.csv;

import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.ingest.imports.DerivedId;
import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.Moments;
import dev.perennial.ingest.imports.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** From a row's cells to an event's JSON, column by column of the kind's table. */
final class RowReader {

  /** Characters; longer than anything an event has a place for. */
  static final int LONGEST_CELL = 4_096;

  private static final List<String> ENVELOPE =
      List.of("id", "source", "type", "time", "subject", "subscriberid", "data");

  private final Header header;
  private final Kind kind;
  private final Defaults defaults;

  RowReader(Header header, Defaults defaults) {
    this.header = header;
    this.kind = header.kind();
    this.defaults = defaults;
  }

  /** Ends the reading of a row. */
  private static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Entry.Spoilt entry;

    Refused(Entry.Spoilt entry) {
      super(entry.code(), null, false, false);
      this.entry = entry;
    }
  }

  Entry read(Table.Row row) {
    try {
      return new Entry.Asked(row.line(), List.of(event(row.line(), cells(row))));
    } catch (Refused refused) {
      return refused.entry;
    }
  }

  /** The cells that are not empty. */
  private Map<Column, String> cells(Table.Row row) {
    if (row.cells().size() != header.columns().size()) {
      String detail = "The row has more or fewer cells than the header; is a quote missing?";
      throw new Refused(new Entry.Spoilt(row.line(), null, "row-length", detail));
    }
    Map<Column, String> cells = new HashMap<>();
    for (int place = 0; place < row.cells().size(); place++) {
      Column column = header.columns().get(place);
      String cell = row.cells().get(place);
      if (cell.length() > LONGEST_CELL) {
        throw refused(row.line(), column, "cell-too-long", "A cell has at most 4096 characters.");
      }
      if (!cell.isEmpty()) {
        cells.put(column, cell);
      }
    }
    return cells;
  }

  private ObjectNode event(int line, Map<Column, String> cells) {
    ObjectNode parts = JsonNodeFactory.instance.objectNode();
    String type = type(line, cells);
    parts.put("type", type);
    for (Column column : kind.columns()) {
      String cell = cells.getOrDefault(column, column.absent());
      if (cell != null) {
        if (!column.suits(type)) {
          throw refused(line, column, "field-unknown", "A row of this type has nothing here.");
        }
        put(parts, column.pointer(), value(line, column, cell));
      }
    }
    complete(parts);
    return identified(parts);
  }

  private String type(int line, Map<Column, String> cells) {
    if (kind.types().size() == 1) {
      return kind.types().iterator().next();
    }
    Column column = kind.column("type").orElseThrow();
    String type = cells.getOrDefault(column, "");
    if (!kind.types().contains(type)) {
      throw refused(line, column, "enum", "One of the types of payment events is due.");
    }
    return type;
  }

  private static JsonNode value(int line, Column column, String cell) {
    try {
      return column.form().read(cell);
    } catch (Form.Spoilt spoilt) {
      throw refused(line, column, spoilt.code(), spoilt.detail());
    }
  }

  private static void put(ObjectNode root, String pointer, JsonNode value) {
    String[] names = pointer.substring(1).split("/", -1);
    ObjectNode parent = root;
    for (int depth = 0; depth < names.length - 1; depth++) {
      parent = parent.withObjectProperty(names[depth]);
    }
    parent.set(names[names.length - 1], value);
  }

  private void complete(ObjectNode parts) {
    if (!parts.has("source")) {
      parts.put("source", defaults.source());
    }
    if (!parts.has("time")) {
      Optional.ofNullable(defaults.time())
          .map(Moments::of)
          .or(() -> derivedTime(parts))
          .ifPresent(time -> parts.put("time", time));
    }
  }

  private Optional<String> derivedTime(ObjectNode parts) {
    return switch (kind) {
      case PAYMENTS ->
          Moments.day(parts.path("data").path("dueOn").stringValue("")).map(Moments::noon);
      // Without a readable anchor the event is refused for that, whatever its time.
      case SUBSCRIPTIONS -> Optional.of(beforeAnchor(parts).orElse(Instant.EPOCH.toString()));
    };
  }

  private static Optional<String> beforeAnchor(ObjectNode parts) {
    JsonNode billing = parts.path("data").path("billing");
    int every = billing.path("every").intValue(0);
    if (every < 1 || every > BillingPeriod.MAX_EVERY) {
      return Optional.empty();
    }
    String name = billing.path("unit").stringValue("");
    for (PeriodUnit unit : PeriodUnit.values()) {
      if (unit.name().equals(name)) {
        return Moments.day(billing.path("anchor").stringValue(""))
            .map(day -> Moments.onePeriodBefore(day, new BillingPeriod(every, unit)));
      }
    }
    return Optional.empty();
  }

  /** The parts in one order, so that the order of a file's columns does not change its ids. */
  private static ObjectNode identified(ObjectNode parts) {
    ObjectNode event = JsonNodeFactory.instance.objectNode().put("specversion", "1.0");
    for (String name : ENVELOPE) {
      JsonNode value = parts.get(name);
      if (value != null) {
        event.set(name, value);
      }
    }
    if (!event.has("id")) {
      event.put("id", DerivedId.of("csv", event));
    }
    return event;
  }

  private static Refused refused(int line, Column column, String code, String detail) {
    return new Refused(new Entry.Spoilt(line, column.name(), code, detail));
  }
}
