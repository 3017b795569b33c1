package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all subscribers of a tenant spent and agreed to, by month and partition. */
final class TenantTotals {

  private record Key(String month, int partition) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byMonth = month.compareTo(other.month);
      return byMonth != 0 ? byMonth : Integer.compare(partition, other.partition);
    }
  }

  private record Place(Movement.Kind kind, String currency, String category)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      if (kind != other.kind) {
        return kind.compareTo(other.kind);
      }
      int byCurrency = currency.compareTo(other.currency);
      return byCurrency != 0 ? byCurrency : category.compareTo(other.category);
    }
  }

  /** The lists of one document. */
  private static final class Month {
    final Sums lines = new Sums();
    final Sums reporting = new Sums();
    final Sums unconverted = new Sums();
    final Map<Place, List<BigDecimal>> movements = new TreeMap<>();

    Map<String, Object> lists() {
      return Document.map(
          "lines",
          lines.documents(),
          "reporting",
          reporting.documentsIfAny(),
          "unconverted",
          unconverted.documentsIfAny(),
          "movements",
          movementsIfAny());
    }

    boolean isEmpty() {
      return lines.documents().isEmpty()
          && reporting.documents().isEmpty()
          && unconverted.documents().isEmpty()
          && movements.isEmpty();
    }

    private @Nullable List<Object> movementsIfAny() {
      List<Object> documents = new ArrayList<>();
      movements.forEach((place, amounts) -> documents.add(document(place, amounts)));
      return documents.isEmpty() ? null : documents;
    }

    private static Map<String, Object> document(Place place, List<BigDecimal> amounts) {
      return Document.map(
          "kind",
          place.kind().name(),
          "category",
          place.category(),
          "currency",
          place.currency(),
          "amount",
          amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
          "subscriptions",
          (long) amounts.size());
    }
  }

  private final String tenant;
  private final Map<Key, Month> months = new TreeMap<>();

  TenantTotals(String tenant) {
    this.tenant = tenant;
  }

  /**
   * @param partition of the subscriber
   */
  void add(Account account, int partition) {
    Rates rates = account.reference().rates();
    for (Subscription subscription : account.subscriptions().values()) {
      subscription.bills().forEach(bill -> add(bill, subscription, rates, partition));
      Movement.all(subscription).forEach(movement -> add(movement, partition));
    }
  }

  private void add(Bill bill, Subscription subscription, Rates rates, int partition) {
    String category = subscription.deal().categoryOn(bill.paidOn());
    Worth reported = Worth.reported(bill, subscription, rates);
    Month month = month(Totals.monthOf(bill), partition);
    for (Bill.Flow flow : reported.flows()) {
      month.lines.add(flow, category);
      Optional<Bill.Flow> converted = reported.of(flow);
      if (converted.isPresent()) {
        month.reporting.add(converted.get(), category);
      } else if (reported.isKnown()) {
        month.unconverted.add(flow, category);
      }
    }
  }

  private void add(Movement movement, int partition) {
    month(movement.day().toString().substring(0, 7), partition)
        .movements
        .computeIfAbsent(
            new Place(movement.kind(), movement.currency(), movement.category()),
            place -> new ArrayList<>())
        .add(movement.amount());
  }

  private Month month(String month, int partition) {
    return months.computeIfAbsent(new Key(month, partition), key -> new Month());
  }

  /** Puts a document for each month of a partition that has anything in it. */
  void write(Map<String, Map<String, Map<String, Object>>> all) {
    Map<String, Map<String, Object>> documents =
        Objects.requireNonNull(all.get(Expected.TENANT_TOTALS));
    months.forEach(
        (key, month) -> {
          if (!month.isEmpty()) {
            String id = Document.key(tenant, key.month(), Integer.toString(key.partition()));
            Document document = Document.of(id, key.partition(), tenant).with("month", key.month());
            month.lists().forEach(document::with);
            documents.put(id, document.fields());
          }
        });
  }
}
