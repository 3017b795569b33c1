package dev.perennial.standalone.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What one subscriber spent, month by month. */
final class Totals {

  /** The lists of one document. */
  private static final class Month {
    final Sums lines = new Sums();
    final Sums days = new Sums();
    final Sums home = new Sums();
    final Sums unconverted = new Sums();

    boolean isEmpty() {
      return lines.documents().isEmpty()
          && days.documents().isEmpty()
          && home.documents().isEmpty()
          && unconverted.documents().isEmpty();
    }
  }

  private final Writer writer;
  private final Rates rates;
  private final Map<String, Month> months = new TreeMap<>();

  Totals(Writer writer, Rates rates) {
    this.writer = writer;
    this.rates = rates;
  }

  void add(Bill bill, Subscription subscription) {
    String category = subscription.deal().categoryOn(bill.paidOn());
    int day = bill.paidOn().getDayOfMonth();
    Worth home = Worth.atHome(bill, subscription, rates);
    Month month = months.computeIfAbsent(monthOf(bill), name -> new Month());
    for (Bill.Flow flow : home.flows()) {
      month.lines.add(flow, category);
      month.days.add(day, flow, category);
      Optional<Bill.Flow> converted = home.of(flow);
      if (converted.isPresent()) {
        month.home.add(day, converted.get(), category);
      } else if (home.isKnown()) {
        month.unconverted.add(day, flow, category);
      }
    }
  }

  static String monthOf(Bill bill) {
    return bill.paidOn().toString().substring(0, 7);
  }

  void write() {
    months.forEach(
        (name, month) -> {
          if (!month.isEmpty()) {
            write(name, month);
          }
        });
  }

  private void write(String name, Month month) {
    String id = Document.key(writer.tenant, writer.owner.id, name);
    writer.put(
        Expected.TOTALS,
        id,
        writer
            .document(id)
            .with("month", name)
            .with("lines", month.lines.documents())
            .with("days", month.days.documents())
            .with("home", month.home.documentsIfAny())
            .with("unconverted", month.unconverted.documentsIfAny())
            .fields());
  }
}
