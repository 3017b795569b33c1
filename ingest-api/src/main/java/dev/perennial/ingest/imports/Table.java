package dev.perennial.ingest.imports;

import java.util.List;

/**
 * A CSV file's cells, as they stand in it.
 *
 * @param header the first line's cells
 * @param rows the others, without blank lines
 */
public record Table(List<String> header, List<Row> rows) {

  public Table {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /**
   * @param line where the row begins in the file, from 1
   */
  public record Row(int line, List<String> cells) {

    public Row {
      cells = List.copyOf(cells);
    }

    boolean isBlank() {
      return cells.size() == 1 && cells.getFirst().isEmpty();
    }
  }
}
