package dev.perennial.domain.reckoning;

import dev.perennial.domain.Money;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A period's figures in one currency. */
public record Figures(Currency currency, Map<Figure, Money> amounts) {

  /** Figures that are not given are zero. */
  public Figures {
    Map<Figure, Money> all = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      all.put(figure, amounts.getOrDefault(figure, Money.zero(currency)));
    }
    amounts = Map.copyOf(all);
  }

  public Money of(Figure figure) {
    return Objects.requireNonNull(amounts.get(figure));
  }

  boolean areZero() {
    return amounts.values().stream().allMatch(Money::isZero);
  }
}
