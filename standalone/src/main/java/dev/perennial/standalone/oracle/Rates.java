package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** All rates that were published. */
final class Rates {

  /** How old a rate of a day may be. */
  private static final int DAYS = 7;

  /**
   * What one event published.
   *
   * @param worth of one base, by currency; the base itself is worth one
   */
  private record Published(
      Happening event, String base, LocalDate date, Map<String, BigDecimal> worth) {

    static Published of(Happening event) {
      String base = event.text("base");
      Map<String, BigDecimal> worth = new TreeMap<>(Map.of(base, BigDecimal.ONE));
      Happening.map(event.data().get("rates"))
          .forEach(
              (currency, rate) ->
                  worth.put(currency, new BigDecimal((String) rate).stripTrailingZeros()));
      return new Published(event, base, LocalDate.parse(event.text("date")), worth);
    }

    boolean isForTheSameAs(Published other) {
      return base.equals(other.base) && date.equals(other.date);
    }

    boolean knows(String from, String to) {
      return worth.containsKey(from) && worth.containsKey(to);
    }

    Rate rate(String from, String to) {
      return new Rate(
          base,
          date,
          event.text("source"),
          Objects.requireNonNull(worth.get(from)),
          Objects.requireNonNull(worth.get(to)));
    }
  }

  private final List<Published> counted = new ArrayList<>();

  /**
   * @param events in their order: of several for one base and date the last counts
   */
  Rates(List<Happening> events) {
    for (Happening event : events) {
      Published published = Published.of(event);
      counted.removeIf(published::isForTheSameAs);
      counted.add(published);
    }
  }

  boolean counts(Happening event) {
    return counted.stream().anyMatch(published -> published.event().equals(event));
  }

  /** Looks at one day after the other, at each for a base that has both currencies. */
  Optional<Rate> find(LocalDate day, String from, String to) {
    for (int age = 0; age <= DAYS; age++) {
      LocalDate date = day.minusDays(age);
      Optional<Published> found =
          counted.stream()
              .filter(published -> published.date().equals(date) && published.knows(from, to))
              .min(nearest(from, to));
      if (found.isPresent()) {
        return found.map(published -> published.rate(from, to));
      }
    }
    return Optional.empty();
  }

  /** First what has one of the two as its base; then by the base's code. */
  private static Comparator<Published> nearest(String from, String to) {
    return Comparator.<Published, Boolean>comparing(
            published -> !published.base().equals(from) && !published.base().equals(to))
        .thenComparing(Published::base);
  }
}
