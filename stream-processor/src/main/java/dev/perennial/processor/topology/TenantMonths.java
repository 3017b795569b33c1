package dev.perennial.processor.topology;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.domain.total.TenantTotal;
import dev.perennial.domain.total.TenantTotal.Figure;
import dev.perennial.domain.total.TenantTotal.Row;
import dev.perennial.domain.total.TenantTotal.Sum;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Tenants' months, an entry a row: a payment then costs as much in a month of many categories as in
 * one of few. Which months have changed is kept beside them, so that a restart forgets none.
 */
final class TenantMonths {

  private static final String CHANGED = "";

  private final KeyValueStore<String, Sum> rows;
  private final KeyValueStore<String, String> changed;

  TenantMonths(KeyValueStore<String, Sum> rows, KeyValueStore<String, String> changed) {
    this.rows = rows;
    this.changed = changed;
  }

  record Month(String tenantId, YearMonth month) {

    String key() {
      return CompositeKey.of(tenantId, month.toString());
    }

    static Month of(String key) {
      List<String> parts = CompositeKey.parts(key);
      return new Month(parts.get(0), YearMonth.parse(parts.get(1)));
    }
  }

  void move(String tenantId, YearMonth month, TenantTotal difference) {
    if (difference.isEmpty()) {
      return;
    }
    String key = new Month(tenantId, month).key();
    difference.rows().forEach((row, more) -> add(key, row, more));
    changed.put(key, CHANGED);
  }

  private void add(String month, Row row, Sum more) {
    String key = key(month, row);
    Sum before = rows.get(key);
    Sum after = before == null ? more : before.plus(more);
    if (after.isZero()) {
      rows.delete(key);
    } else {
      rows.put(key, after);
    }
  }

  /** The first that have changed since they were told. */
  List<Month> changed(int most) {
    List<Month> months = new ArrayList<>();
    try (KeyValueIterator<String, String> all = changed.all()) {
      while (all.hasNext() && months.size() < most) {
        months.add(Month.of(all.next().key));
      }
    }
    return months;
  }

  /** What there is to tell of a month, which has not changed from now on. */
  TenantTotal told(Month month) {
    changed.delete(month.key());
    SortedMap<Row, Sum> found = new TreeMap<>();
    try (KeyValueIterator<String, Sum> all =
        rows.range(FoldStores.under(month.key()), FoldStores.behind(month.key()))) {
      while (all.hasNext()) {
        KeyValue<String, Sum> entry = all.next();
        found.put(row(entry.key), entry.value);
      }
    }
    return new TenantTotal(found);
  }

  private static String key(String month, Row row) {
    return FoldStores.under(month)
        + CompositeKey.of(row.figure().name(), row.currency().getCurrencyCode(), row.category());
  }

  private static Row row(String key) {
    List<String> parts = CompositeKey.parts(key);
    return new Row(Figure.valueOf(parts.get(2)), parts.get(4), Currency.getInstance(parts.get(3)));
  }
}
