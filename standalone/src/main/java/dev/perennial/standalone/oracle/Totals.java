package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one subscriber spent, month by month. */
final class Totals {

  /** What is summed up together; the order is that of the documents' lists. */
  private record Place(String first, String second) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byFirst = first.compareTo(other.first);
      return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
  }

  private final Writer writer;
  private final Map<String, Map<Place, BigDecimal>> lines = new TreeMap<>();
  private final Map<String, Map<Place, BigDecimal>> days = new TreeMap<>();

  Totals(Writer writer) {
    this.writer = writer;
  }

  void add(Bill bill, Deal deal) {
    String category = deal.categoryOn(bill.paidOn());
    String month = bill.paidOn().toString().substring(0, 7);
    String day = "%02d".formatted(bill.paidOn().getDayOfMonth());
    for (Bill.Flow flow : bill.flows(deal)) {
      add(lines, month, new Place(flow.currency(), category), flow.value());
      add(days, month, new Place(day, flow.currency()), flow.value());
    }
  }

  private static void add(
      Map<String, Map<Place, BigDecimal>> sums, String month, Place place, BigDecimal value) {
    sums.computeIfAbsent(month, m -> new TreeMap<>()).merge(place, value, BigDecimal::add);
  }

  void write() {
    for (String month : lines.keySet()) {
      List<Object> byCategory = new ArrayList<>();
      nonZero(lines, month)
          .forEach(
              (place, sum) ->
                  byCategory.add(
                      Document.map(
                          "category", place.second(), "currency", place.first(), "amount", sum)));
      List<Object> byDay = new ArrayList<>();
      nonZero(days, month)
          .forEach(
              (place, sum) ->
                  byDay.add(
                      Document.map(
                          "day",
                          Integer.valueOf(place.first()),
                          "currency",
                          place.second(),
                          "amount",
                          sum)));
      write(month, byCategory, byDay);
    }
  }

  private static Map<Place, BigDecimal> nonZero(
      Map<String, Map<Place, BigDecimal>> sums, String month) {
    Map<Place, BigDecimal> kept = new TreeMap<>(sums.get(month));
    kept.values().removeIf(sum -> sum.signum() == 0);
    return kept;
  }

  private void write(String month, List<Object> byCategory, List<Object> byDay) {
    if (byCategory.isEmpty() && byDay.isEmpty()) {
      return;
    }
    String id = Document.key(writer.tenant, writer.owner.id, month);
    writer.put(
        Expected.TOTALS,
        id,
        writer
            .document(id)
            .with("month", month)
            .with("lines", byCategory)
            .with("days", byDay)
            .fields());
  }
}
