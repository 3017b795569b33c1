package dev.perennial.operations.rates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The bank's CSV: a header with currencies, then a line a day; each may end in a comma. */
final class EcbCsv {

  private static final String MISSING = "N/A";
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final Pattern COMMA = Pattern.compile(",");

  /** The daily file's, such as 27 November 2026. */
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private EcbCsv() {}

  static void read(byte[] bytes, DaysOfRates days) {
    String text = new String(bytes, UTF_8);
    List<String> lines =
        (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
    List<String> header = lines.isEmpty() ? List.of() : cells(lines.getFirst());
    if (header.size() < 2 || !header.getFirst().equals("Date")) {
      throw new MalformedRatesException(
          1, "this is neither the bank's XML nor its CSV, which begins with Date and currencies");
    }
    for (int index = 1; index < lines.size(); index++) {
      if (!lines.get(index).isBlank()) {
        day(header, cells(lines.get(index)), index + 1, days);
      }
    }
  }

  private static void day(List<String> header, List<String> cells, int line, DaysOfRates days) {
    if (cells.size() != header.size()) {
      throw new MalformedRatesException(
          line, "%d values under a header of %d".formatted(cells.size(), header.size()));
    }
    days.begin(date(cells.getFirst(), line), line);
    for (int column = 1; column < cells.size(); column++) {
      String rate = cells.get(column);
      if (!rate.isEmpty() && !rate.equals(MISSING)) {
        days.add(header.get(column), rate, line);
      }
    }
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell : COMMA.split(line, -1)) {
      cells.add(cell.strip());
    }
    if (cells.getLast().isEmpty()) {
      cells.removeLast();
    }
    return cells;
  }

  private static LocalDate date(String text, int line) {
    try {
      return text.contains(" ") ? LocalDate.parse(text, IN_WORDS) : LocalDate.parse(text);
    } catch (DateTimeException none) {
      throw new MalformedRatesException(
          line, "a date is written such as 2026-11-27 or 27 November 2026");
    }
  }
}
