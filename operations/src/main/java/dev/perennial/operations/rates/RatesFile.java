package dev.perennial.operations.rates;

import dev.perennial.domain.exchange.ExchangeRates;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.Redaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A file of the European Central Bank's reference rates.
 *
 * @param days the oldest first, each date once
 * @param leftOut codes that are not in ISO 4217 any more, or not yet, and on how many days
 */
public record RatesFile(List<ExchangeRates> days, SortedMap<String, Integer> leftOut) {

  /** The history since 1999 has 8 MB. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  public RatesFile {
    days = List.copyOf(days);
    leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
  }

  /**
   * Reads XML or CSV, or a zip of either, as the bank publishes them; content decides, not names.
   *
   * @param first days before it are left out
   * @throws OperationException if the file cannot be read, or is none of these; where it can, with
   *     the line
   */
  public static RatesFile read(Path file, LocalDate first) {
    try {
      byte[] bytes = Archive.unpacked(bounded(file));
      DaysOfRates days = new DaysOfRates(first);
      if (isXml(bytes)) {
        EcbXml.read(bytes, days);
      } else {
        EcbCsv.read(bytes, days);
      }
      return days.file();
    } catch (IOException e) {
      throw OperationException.cannotRead(file, e);
    } catch (MalformedRatesException malformed) {
      throw new OperationException(
          file.getFileName() + ": " + Redaction.oneLine(String.valueOf(malformed.getMessage())),
          malformed);
    }
  }

  private static byte[] bounded(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw tooLarge();
    }
    return Files.readAllBytes(file);
  }

  static MalformedRatesException tooLarge() {
    return new MalformedRatesException(0, "no file of rates has more than 64 MB");
  }

  /** Whether the first character that shows is one of markup; a byte order mark may precede it. */
  private static boolean isXml(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '<') {
        return true;
      }
      if (each > ' ') {
        return false;
      }
    }
    return false;
  }

  /** What is in it, a line each. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        days.isEmpty()
            ? "no day of rates"
            : "%d days of rates, %s to %s"
                .formatted(days.size(), days.getFirst().date(), days.getLast().date()));
    if (!leftOut.isEmpty()) {
      lines.add(
          "left out, since they are not in ISO 4217: "
              + leftOut.entrySet().stream()
                  .map(each -> each.getKey() + " on " + each.getValue() + " days")
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }
}
