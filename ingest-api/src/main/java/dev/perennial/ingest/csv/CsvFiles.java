package dev.perennial.ingest.csv;

import dev.perennial.ingest.imports.Entry;
import dev.perennial.ingest.imports.ImportFile;
import dev.perennial.ingest.imports.RefusedFile;
import dev.perennial.ingest.imports.Table;
import dev.perennial.ingest.imports.TableReader;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From a CSV body to what its rows ask for. */
final class CsvFiles {

  private CsvFiles() {}

  /**
   * @param delimiter null to go by the header
   * @throws RefusedFile if the file as a whole cannot be read: 400, 413 or 422
   */
  static ImportFile read(
      byte[] body, @Nullable Character delimiter, Defaults defaults, int mostRows) {
    Table table = TableReader.read(body, delimiter, mostRows);
    Header header = Header.of(table.header());
    RowReader rows = new RowReader(header, defaults);
    List<Entry> entries = table.rows().stream().map(rows::read).toList();
    return new ImportFile(entries, header.kind().namesByPointer(), new TreeMap<>());
  }
}
