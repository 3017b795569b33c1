package dev.perennial.domain.reckoning;

import dev.perennial.domain.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds amounts up, each figure and currency by itself. */
final class Tally {

  private final Map<Currency, Map<Figure, Money>> sums = new HashMap<>();

  void add(Figure figure, Money amount) {
    sums.computeIfAbsent(amount.currency(), currency -> new EnumMap<>(Figure.class))
        .merge(figure, amount, Money::plus);
  }

  void add(Figure figure, List<Money> amounts) {
    amounts.forEach(amount -> add(figure, amount));
  }

  /** By the currencies' codes; those of which all figures are zero are left out. */
  List<Figures> figures() {
    return sums.entrySet().stream()
        .map(sum -> new Figures(sum.getKey(), sum.getValue()))
        .filter(figures -> !figures.areZero())
        .sorted(Comparator.comparing(figures -> figures.currency().getCurrencyCode()))
        .toList();
  }
}
