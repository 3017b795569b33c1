package dev.perennial.ingest.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSV by RFC 4180: UTF-8 with or without a byte order mark, cells as they stand, nothing trimmed,
 * nothing evaluated. Blank lines are passed over.
 */
public final class TableReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TableReader() {}

  /**
   * @param delimiter between cells; null: the semicolon if the first line has more of it than of
   *     the comma, else the comma
   * @param mostRows without the header
   * @throws RefusedFile 400 body-missing, encoding or csv-malformed, 413 rows-too-many, 422
   *     batch-empty if there is no row but the header
   */
  public static Table read(byte[] body, @Nullable Character delimiter, int mostRows) {
    String text = decode(body);
    if (text.isBlank()) {
      throw new RefusedFile(400, "body-missing", "There is no CSV.");
    }
    List<Table.Row> rows = parse(text, delimiter == null ? detect(text) : delimiter, mostRows + 1);
    if (rows.size() < 2) {
      throw new RefusedFile(422, "batch-empty", "The file has no row behind its header.");
    }
    return new Table(rows.getFirst().cells(), rows.subList(1, rows.size()));
  }

  private static String decode(byte[] body) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException invalid) {
      throw new RefusedFile(400, "encoding", "The text is not valid UTF-8.");
    }
  }

  private static char detect(String text) {
    String header = text.lines().findFirst().orElse("");
    long commas = header.chars().filter(c -> c == ',').count();
    long semicolons = header.chars().filter(c -> c == ';').count();
    return semicolons > commas ? ';' : ',';
  }

  private static List<Table.Row> parse(String text, char delimiter, int mostLines) {
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).get();
    List<Table.Row> rows = new ArrayList<>();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        Table.Row row = new Table.Row(line, records.next().toList());
        line = (int) parser.getCurrentLineNumber() + 1;
        if (!row.isBlank()) {
          rows.add(row);
        }
        requirePermitted(rows.size(), mostLines);
      }
      return rows;
    } catch (IOException | UncheckedIOException malformed) {
      throw new RefusedFile(
          400,
          "csv-malformed",
          "In the row that begins here a quoted cell does not end, or something other than a"
              + " delimiter follows its closing quote.",
          line,
          null);
    }
  }

  private static void requirePermitted(int lines, int most) {
    if (lines > most) {
      throw new RefusedFile(
          413, "rows-too-many", "A file has at most " + (most - 1) + " rows; split it.");
    }
  }
}
