package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Amounts that are added up, by day, currency and category: the order of the documents' lists. */
final class Sums {

  private record Place(int day, String currency, String category) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      if (day != other.day) {
        return Integer.compare(day, other.day);
      }
      int byCurrency = currency.compareTo(other.currency);
      return byCurrency != 0 ? byCurrency : category.compareTo(other.category);
    }
  }

  private static final int ANY_DAY = 0;

  private final Map<Place, BigDecimal> sums = new TreeMap<>();

  /** Of one currency and category, whatever the day. */
  void add(Bill.Flow flow, String category) {
    add(ANY_DAY, flow, category);
  }

  /**
   * @param day of the month, from 1
   */
  void add(int day, Bill.Flow flow, String category) {
    sums.merge(new Place(day, flow.currency(), category), flow.value(), BigDecimal::add);
  }

  /** Those that are not zero. */
  List<Object> documents() {
    List<Object> documents = new ArrayList<>();
    sums.forEach(
        (place, sum) -> {
          if (sum.signum() != 0) {
            documents.add(document(place, sum));
          }
        });
    return documents;
  }

  /** Null where all are zero. */
  @Nullable List<Object> documentsIfAny() {
    List<Object> documents = documents();
    return documents.isEmpty() ? null : documents;
  }

  private static Map<String, Object> document(Place place, BigDecimal sum) {
    return Document.map(
        "day",
        place.day() == ANY_DAY ? null : place.day(),
        "category",
        place.category(),
        "currency",
        place.currency(),
        "amount",
        sum);
  }
}
