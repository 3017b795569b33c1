package dev.perennial.notifier.wording;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.domain.Money;
import java.util.Optional;

/** What becomes of a price. */
enum PriceChange {
  UP("up"),
  DOWN("down"),
  /** Fixed becomes variable or the other way round; the amount stays. */
  SAME("same"),
  /** Amounts of two currencies have no difference. */
  CURRENCY("currency");

  private final String key;

  PriceChange(String key) {
    this.key = key;
  }

  static PriceChange of(AlertContent.OfSubscription content) {
    return difference(content).map(PriceChange::ofSign).orElse(CURRENCY);
  }

  private static PriceChange ofSign(Money difference) {
    return difference.isZero() ? SAME : difference.value().signum() > 0 ? UP : DOWN;
  }

  /** The amount less the one before; none where nothing was before, or in another currency. */
  static Optional<Money> difference(AlertContent.OfSubscription content) {
    return Optional.ofNullable(content.previousAmount())
        .filter(before -> before.currency().equals(content.amount().currency()))
        .map(before -> content.amount().plus(before.negated()));
  }

  String key() {
    return key;
  }
}
