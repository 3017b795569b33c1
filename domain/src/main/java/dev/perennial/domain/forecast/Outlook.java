package dev.perennial.domain.forecast;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what falls due from a day on, and nothing else: whoever holds it needs
 * neither facts nor payments for a {@link Forecast}. It speaks of the day that it was derived for
 * and of later ones.
 *
 * @param billing in force today
 * @param schedules billings in force from a later day, by that day
 * @param prices every price that was agreed, by its first day; the first holds before that, too
 * @param estimate what today's price is taken to cost, if it varies
 * @param estimates what prices of later days are taken to cost, of those that vary, by their first
 *     days
 * @param share in force today; null for all
 * @param shares in force from a later day, by that day
 * @param pauses that are not over, by their first days
 * @param announced charges whose due date, the scheduled or the announced one, is today or later,
 *     by the scheduled one
 * @param trialEnds the day of the first charge behind the trial
 * @param endsOn first day on which nothing is due any more
 */
public record Outlook(
    Billing billing,
    List<Dated<Billing>> schedules,
    List<Dated<Price>> prices,
    @Nullable Money estimate,
    List<Dated<Money>> estimates,
    @Nullable Share share,
    List<Dated<Share>> shares,
    List<Pause> pauses,
    List<Announced> announced,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn) {

  public Outlook {
    requireNonNull(billing, "billing");
    schedules = List.copyOf(schedules);
    prices = List.copyOf(prices);
    estimates = List.copyOf(estimates);
    shares = List.copyOf(shares);
    pauses = List.copyOf(pauses);
    announced = List.copyOf(announced);
    if (prices.isEmpty()) {
      throw new IllegalArgumentException("There is no outlook without a price");
    }
  }

  /**
   * Days on which nothing is due.
   *
   * @param until first day behind it; null while it is open
   */
  public record Pause(LocalDate from, @Nullable LocalDate until) {

    public Pause {
      requireNonNull(from, "from");
      if (until != null && !until.isAfter(from)) {
        throw new IllegalArgumentException("A pause from " + from + " does not end on " + until);
      }
    }

    boolean covers(LocalDate day) {
      return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
  }

  /** An announced charge, and the due date that it stands in for. */
  public record Announced(LocalDate scheduledOn, AnnouncedCharge charge) {

    public Announced {
      requireNonNull(scheduledOn, "scheduledOn");
      requireNonNull(charge, "charge");
    }

    LocalDate lastDay() {
      return scheduledOn.isAfter(charge.dueOn()) ? scheduledOn : charge.dueOn();
    }
  }

  /** The days from which on it says less, if nothing else happens: a pause or a charge is over. */
  public Stream<LocalDate> turns() {
    return Stream.concat(
        pauses.stream().flatMap(pause -> Optional.ofNullable(pause.until()).stream()),
        announced.stream().map(charge -> charge.lastDay().plusDays(1)));
  }

  /** Whether something may be due on a day that a schedule names. */
  boolean isOpen(LocalDate day) {
    return (endsOn == null || day.isBefore(endsOn))
        && pauses.stream().noneMatch(pause -> pause.covers(day));
  }

  Dated<Price> priceOn(LocalDate day) {
    return lastOf(prices, day).orElse(prices.getFirst());
  }

  /** What a price is taken to cost. */
  Money amountOf(Dated<Price> price) {
    if (price.value().kind() == Price.Kind.FIXED) {
      return price.value().amount();
    }
    return estimates.stream()
        .filter(later -> later.from().equals(price.from()))
        .map(Dated::value)
        .findFirst()
        .or(() -> Optional.ofNullable(estimate))
        .orElse(price.value().amount());
  }

  /** The subscriber's part of an amount that is due on a day. */
  Money partOf(Money amount, LocalDate day) {
    Share shareThen = lastOf(shares, day).map(Dated::value).orElse(share);
    return shareThen == null ? amount : shareThen.in(amount);
  }

  private static <T> Optional<Dated<T>> lastOf(List<Dated<T>> entries, LocalDate day) {
    for (Dated<T> entry : entries.reversed()) {
      if (entry.holdsOn(day)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
