package dev.perennial.domain.forecast;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.Billing;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what fell, falls and will fall due, as it is known today, and nothing
 * else: whoever holds it needs neither facts nor payments for a {@link Forecast}, of past days too.
 *
 * @param from the first day; what a schedule names before it was due before anybody spoke of it
 * @param schedules every billing by its first day; the first holds before that, too
 * @param prices every price by its first day; the first holds before that, too
 * @param estimates what the prices that vary are taken to cost, by their first days
 * @param shares every share by its first day, the first holds before that, too; empty for all
 * @param pauses by their first days
 * @param announced charges by the scheduled due dates that they stand in for
 * @param trialEnds the day of the first charge behind the trial
 * @param endsOn first day on which nothing is due any more
 */
public record Outlook(
    LocalDate from,
    List<Dated<Billing>> schedules,
    List<Dated<Price>> prices,
    List<Dated<Money>> estimates,
    List<Dated<Share>> shares,
    List<Pause> pauses,
    List<Announced> announced,
    @Nullable LocalDate trialEnds,
    @Nullable LocalDate endsOn) {

  public Outlook {
    requireNonNull(from, "from");
    schedules = List.copyOf(schedules);
    prices = List.copyOf(prices);
    estimates = List.copyOf(estimates);
    shares = List.copyOf(shares);
    pauses = List.copyOf(pauses);
    announced = List.copyOf(announced);
    if (schedules.isEmpty() || prices.isEmpty()) {
      throw new IllegalArgumentException("There is no outlook without a schedule and a price");
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
  }

  /** The billing in force on a day. */
  public Billing billingOn(LocalDate day) {
    return inForce(schedules, day).value();
  }

  /** The day on which a scheduled due date is due: the announced one, where there is one. */
  public LocalDate dueOn(LocalDate scheduled) {
    return announced.stream()
        .filter(each -> each.scheduledOn().equals(scheduled))
        .map(each -> each.charge().dueOn())
        .findFirst()
        .orElse(scheduled);
  }

  /** Whether something may be due on a day that a schedule names. */
  boolean isOpen(LocalDate day) {
    return (endsOn == null || day.isBefore(endsOn))
        && pauses.stream().noneMatch(pause -> pause.covers(day));
  }

  Dated<Price> priceOn(LocalDate day) {
    return inForce(prices, day);
  }

  /** What a price is taken to cost. */
  Money amountOf(Dated<Price> price) {
    return price.value().kind() == Price.Kind.FIXED
        ? price.value().amount()
        : estimates.stream()
            .filter(estimate -> estimate.from().equals(price.from()))
            .map(Dated::value)
            .findFirst()
            .orElse(price.value().amount());
  }

  /** The subscriber's part of an amount that is due on a day. */
  Money partOf(Money amount, LocalDate day) {
    return shares.isEmpty() ? amount : inForce(shares, day).value().in(amount);
  }

  /** Of entries by their first days the last that holds on a day, else the first. */
  private static <T> Dated<T> inForce(List<Dated<T>> entries, LocalDate day) {
    for (Dated<T> entry : entries.reversed()) {
      if (entry.holdsOn(day)) {
        return entry;
      }
    }
    return entries.getFirst();
  }
}
