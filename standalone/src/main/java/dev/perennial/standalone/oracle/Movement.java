package dev.perennial.standalone.oracle;

import dev.perennial.standalone.oracle.RunRates.Cost;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a run rate moved.
 *
 * @param amount by how much, above zero
 */
record Movement(LocalDate day, Kind kind, String category, String currency, BigDecimal amount) {

  /** In the order of the documents' lists. */
  enum Kind {
    NEW,
    EXPANSION,
    REACTIVATION,
    CONTRACTION,
    CHURN
  }

  /** Looks at every day from the subscription's first to today. */
  static List<Movement> all(Subscription subscription) {
    List<Movement> movements = new ArrayList<>();
    LocalDate first = subscription.deal().firstDay;
    if (first == null) {
      return movements;
    }
    RunRates rates = new RunRates(subscription);
    Cost before = null;
    for (LocalDate day = first; !day.isAfter(subscription.today()); day = day.plusDays(1)) {
      Cost now = rates.on(day).filter(cost -> cost.amount().signum() > 0).orElse(null);
      movements.addAll(between(before, now, day, movements.isEmpty()));
      before = now;
    }
    return movements;
  }

  /**
   * @param before what it cost the day before; null for nothing
   * @param first whether it never cost anything before
   */
  private static List<Movement> between(
      @Nullable Cost before, @Nullable Cost now, LocalDate day, boolean first) {
    if (before == null) {
      return now == null ? List.of() : List.of(of(day, first ? Kind.NEW : Kind.REACTIVATION, now));
    }
    if (now == null) {
      return List.of(of(day, Kind.CHURN, before));
    }
    if (!now.isInPlaceOf(before)) {
      return List.of(of(day, Kind.CONTRACTION, before), of(day, Kind.EXPANSION, now));
    }
    BigDecimal grown = now.amount().subtract(before.amount());
    if (grown.signum() == 0) {
      return List.of();
    }
    Kind kind = grown.signum() > 0 ? Kind.EXPANSION : Kind.CONTRACTION;
    return List.of(new Movement(day, kind, now.category(), now.currency(), grown.abs()));
  }

  private static Movement of(LocalDate day, Kind kind, Cost cost) {
    return new Movement(day, kind, cost.category(), cost.currency(), cost.amount());
  }
}
