package dev.perennial.ingest.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one row of a file asks for. */
public sealed interface Entry {

  /** The line in a CSV file, the place in a list of JSON; both from 1. */
  int row();

  /**
   * Events in CloudEvents' JSON format, not yet checked; all of them are taken or none.
   *
   * @param events at least one
   */
  record Asked(int row, List<ObjectNode> events) implements Entry {

    public Asked {
      events = List.copyOf(events);
    }
  }

  /**
   * A row that cannot even be written as an event.
   *
   * @param column the name of the column at fault, one of ours; null if it is the whole row
   * @param code stable
   */
  record Spoilt(int row, @Nullable String column, String code, String detail) implements Entry {}
}
