package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import dev.perennial.domain.total.MonthlyTotal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A month's sums: short, and written with every payment, so not compressed. A category is kept
 * where it is another than that of the sum before.
 */
final class TotalLayout implements Layout<MonthlyTotal> {

  @Override
  public void write(String key, MonthlyTotal total, ByteSink out) {
    write(total.days(), out);
    write(total.home(), out);
    write(total.unconverted(), out);
  }

  private static void write(SortedMap<MonthlyTotal.Day, Money> sums, ByteSink out) {
    out.number(sums.size());
    String category = "";
    for (SortedMap.Entry<MonthlyTotal.Day, Money> entry : sums.entrySet()) {
      MonthlyTotal.Day day = entry.getKey();
      boolean kept = !day.category().equals(category);
      out.number((long) day.day() << 1 | (kept ? 1 : 0));
      if (kept) {
        out.text(day.category());
      }
      out.money(entry.getValue());
      category = day.category();
    }
  }

  @Override
  public MonthlyTotal read(String key, ByteSource in) {
    return new MonthlyTotal(sums(in), sums(in), sums(in));
  }

  private static SortedMap<MonthlyTotal.Day, Money> sums(ByteSource in) {
    SortedMap<MonthlyTotal.Day, Money> sums = new TreeMap<>();
    String category = "";
    for (int left = in.size(); left > 0; left--) {
      int head = in.small();
      category = (head & 1) == 0 ? category : in.text();
      Money sum = in.money();
      sums.put(new MonthlyTotal.Day(head >>> 1, category, sum.currency()), sum);
    }
    return sums;
  }

  @Override
  public boolean isCompressed() {
    return false;
  }
}
