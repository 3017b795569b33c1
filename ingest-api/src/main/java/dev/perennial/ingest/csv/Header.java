package dev.perennial.ingest.csv;

import dev.perennial.ingest.imports.RefusedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a file has.
 *
 * @param columns in the file's order
 */
record Header(Kind kind, List<Column> columns) {

  Header {
    columns = List.copyOf(columns);
  }

  /**
   * @throws RefusedFile 422 column-unknown, column-duplicate or column-missing
   */
  static Header of(List<String> cells) {
    Kind kind = Kind.of(cells);
    List<Column> columns = new ArrayList<>();
    for (int place = 0; place < cells.size(); place++) {
      int number = place + 1;
      Column column = kind.column(cells.get(place)).orElseThrow(() -> unknown(number));
      if (columns.contains(column)) {
        throw refused("column-duplicate", "The header has this column twice.", number);
      }
      columns.add(column);
    }
    missing(kind, columns)
        .ifPresent(
            column -> {
              throw refused("column-missing", "The column " + column.name() + " is due.", null);
            });
    return new Header(kind, columns);
  }

  private static RefusedFile unknown(int number) {
    return refused("column-unknown", "The header has a column that is not defined.", number);
  }

  private static Optional<Column> missing(Kind kind, List<Column> columns) {
    return kind.columns().stream()
        .filter(column -> column.mandatory() && !columns.contains(column))
        .findFirst();
  }

  private static RefusedFile refused(String code, String detail, @Nullable Integer column) {
    return new RefusedFile(422, code, detail, 1, column);
  }
}
