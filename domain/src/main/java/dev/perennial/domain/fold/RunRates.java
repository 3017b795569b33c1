package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.rate.Fraction;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.rate.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a subscription costs a month, spread evenly, on each day as it is known today, and how that
 * moved. It moves on turning days alone, so no other days are looked at.
 */
final class RunRates {

  private final Agreement agreement;
  private final Estimate estimate;
  private final Circumstances circumstances;
  private final LocalDate today;
  private final Optional<LocalDate> end;

  /** More than nothing, under a category. */
  private record Level(String category, Money amount) {

    boolean sameKind(Level other) {
      return category.equals(other.category) && amount.currency().equals(other.amount.currency());
    }
  }

  RunRates(Agreement agreement, Estimate estimate, Circumstances circumstances, LocalDate today) {
    this.agreement = agreement;
    this.estimate = estimate;
    this.circumstances = circumstances;
    this.today = today;
    this.end = agreement.endAsOf(today);
  }

  /** Rounded once; empty before the first day, in a trial, in a pause and from the end on. */
  Optional<Money> on(LocalDate day) {
    return runs(day) ? Optional.of(rate(day).rounded()) : Optional.empty();
  }

  private boolean runs(LocalDate day) {
    return !day.isBefore(agreement.firstDay())
        && end.filter(last -> !day.isBefore(last)).isEmpty()
        && !agreement.isInTrial(day)
        && agreement.life.pauseOn(day).isEmpty();
  }

  private Rate rate(LocalDate day) {
    Money price = estimate.amountOf(requireNonNull(agreement.prices.at(day)));
    return Rate.of(price, agreement.billingOn(day).period()).times(part(day));
  }

  private Fraction part(LocalDate day) {
    Share share = circumstances.shareOn(day);
    return share == null ? Fraction.WHOLE : Fraction.of(share.part(), share.of());
  }

  /** In the order of their days, up to today. */
  List<Movement> movements() {
    List<Movement> movements = new ArrayList<>();
    TreeSet<LocalDate> days = agreement.turningDays(today);
    days.add(agreement.firstDay());
    Optional<Level> before = Optional.empty();
    for (LocalDate day : days.headSet(today, true)) {
      Optional<Level> now = level(day);
      boolean first = movements.isEmpty();
      movements.addAll(between(day, before, now, first));
      before = now;
    }
    return movements;
  }

  private Optional<Level> level(LocalDate day) {
    return on(day)
        .filter(amount -> !amount.isZero())
        .map(amount -> new Level(circumstances.categoryOn(day), amount));
  }

  private static List<Movement> between(
      LocalDate day, Optional<Level> before, Optional<Level> now, boolean first) {
    if (before.isEmpty()) {
      Movement.Kind kind = first ? Movement.Kind.NEW : Movement.Kind.REACTIVATION;
      return now.map(level -> movement(day, kind, level)).stream().toList();
    }
    return now.map(level -> between(day, before.get(), level))
        .orElseGet(() -> List.of(movement(day, Movement.Kind.CHURN, before.get())));
  }

  private static List<Movement> between(LocalDate day, Level before, Level now) {
    if (!before.sameKind(now)) {
      return List.of(
          movement(day, Movement.Kind.CONTRACTION, before),
          movement(day, Movement.Kind.EXPANSION, now));
    }
    Money difference = now.amount().plus(before.amount().negated());
    return switch (difference.value().signum()) {
      case 1 -> List.of(new Movement(day, Movement.Kind.EXPANSION, now.category(), difference));
      case -1 ->
          List.of(
              new Movement(day, Movement.Kind.CONTRACTION, now.category(), difference.negated()));
      default -> List.of();
    };
  }

  private static Movement movement(LocalDate day, Movement.Kind kind, Level level) {
    return new Movement(day, kind, level.category(), level.amount());
  }
}
