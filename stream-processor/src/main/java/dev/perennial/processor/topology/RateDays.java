package dev.perennial.processor.topology;

import static java.util.stream.Collectors.toCollection;

import dev.perennial.domain.exchange.Exchange;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import dev.perennial.domain.total.Difference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * On which days which subscriptions have payments that hang on rates, so that a rate finds what it
 * restates. Payments in one currency are not in it.
 */
final class RateDays {

  private static final char SEPARATOR = '|';
  private static final String PRESENT = "";

  private final KeyValueStore<String, String> store;

  RateDays(KeyValueStore<String, String> store) {
    this.store = store;
  }

  /**
   * @param subscription composite key
   * @param after all that it adds now: a day may have another payment that stays
   */
  void move(String subscription, Difference difference, Additions after) {
    Set<LocalDate> gone = days(difference.gone());
    if (!gone.isEmpty()) {
      gone.removeAll(days(after));
      gone.forEach(day -> store.delete(key(day, subscription)));
    }
    days(difference.come()).forEach(day -> store.put(key(day, subscription), PRESENT));
  }

  private static Set<LocalDate> days(Additions additions) {
    return additions.contributions().stream()
        .filter(Contribution::hangsOnRates)
        .map(Contribution::day)
        .collect(toCollection(TreeSet::new));
  }

  /**
   * The payments that rates of a date may convert, by day.
   *
   * @param done the cursor of the last one that was taken; "" at the start
   */
  List<FoldStores.Step> week(LocalDate date, String done, int most) {
    String from = done.isEmpty() ? day(date) : done;
    String to = day(date.plusDays(Exchange.OLDEST + 1));
    List<FoldStores.Step> steps = new ArrayList<>();
    try (KeyValueIterator<String, String> week = store.range(from, to)) {
      while (week.hasNext() && steps.size() < most) {
        String key = week.next().key;
        if (!key.equals(done)) {
          steps.add(new FoldStores.Step(key, key.substring(key.indexOf(SEPARATOR) + 1)));
        }
      }
    }
    return steps;
  }

  private static String key(LocalDate day, String subscription) {
    return day(day) + SEPARATOR + subscription;
  }

  /** So many digits, and the sign turned round, that the order of texts is that of days. */
  private static String day(LocalDate day) {
    return HexFormat.of().toHexDigits(day.toEpochDay() ^ Long.MIN_VALUE);
  }
}
