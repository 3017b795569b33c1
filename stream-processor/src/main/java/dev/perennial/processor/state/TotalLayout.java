package dev.perennial.processor.state;

import dev.perennial.domain.Money;
import dev.perennial.domain.total.MonthlyTotal;
import java.util.TreeMap;

/**
 * A month's sums: short, and written with every payment, so not compressed. A sum is always in its
 * own line's currency, and in its day's.
 */
final class TotalLayout implements Layout<MonthlyTotal> {

  @Override
  public void write(String key, MonthlyTotal total, ByteSink out) {
    out.number(total.lines().size());
    total
        .lines()
        .forEach(
            (line, sum) -> {
              out.text(line.category());
              out.money(sum);
            });
    out.number(total.days().size());
    total
        .days()
        .forEach(
            (day, sum) -> {
              out.number(day.day());
              out.money(sum);
            });
  }

  @Override
  public MonthlyTotal read(String key, ByteSource in) {
    TreeMap<MonthlyTotal.Line, Money> lines = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      String category = in.text();
      Money sum = in.money();
      lines.put(new MonthlyTotal.Line(sum.currency(), category), sum);
    }
    TreeMap<MonthlyTotal.Day, Money> days = new TreeMap<>();
    for (int left = in.size(); left > 0; left--) {
      int day = in.small();
      Money sum = in.money();
      days.put(new MonthlyTotal.Day(day, sum.currency()), sum);
    }
    return new MonthlyTotal(lines, days);
  }

  @Override
  public boolean isCompressed() {
    return false;
  }
}
