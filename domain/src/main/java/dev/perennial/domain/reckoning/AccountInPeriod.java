package dev.perennial.domain.reckoning;

import static java.util.stream.Collectors.toMap;

import dev.perennial.domain.forecast.DueCharge;
import dev.perennial.domain.forecast.Forecast;
import dev.perennial.domain.forecast.Horizon;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One subscription's part in what a period comes to. */
final class AccountInPeriod {

  private final @Nullable Agreed agreed;
  private final Period period;
  private final List<Paid> payments;

  /** By its scheduled due date, the first payment that pays. */
  private final Map<LocalDate, Paid> paying;

  AccountInPeriod(Account account, Period period) {
    this.agreed = account.agreed();
    this.period = period;
    this.payments = account.payments().stream().sorted(Paid.BY_TIME).toList();
    this.paying =
        payments.stream()
            .filter(payment -> payment.pays() && payment.matches() != null)
            .collect(toMap(Paid::matches, Function.identity(), (first, later) -> first));
  }

  void addTo(Tally tally, LocalDate today) {
    Set<Paid> settling = agreed == null ? Set.of() : addCharges(agreed, tally, today);
    for (Paid payment : payments) {
      add(payment, settling.contains(payment), tally);
    }
  }

  /**
   * @return the payments that settle them
   */
  private Set<Paid> addCharges(Agreed known, Tally tally, LocalDate today) {
    Set<Paid> settling = new HashSet<>();
    for (DueCharge charge : charges(known.outlook())) {
      tally.add(Figure.EXPECTED, charge.part());
      Paid payment = paying.get(charge.scheduledOn());
      if (payment != null) {
        settling.add(payment);
        tally.add(Figure.DIFFERENCE, charge.part().negated());
        tally.add(Figure.DIFFERENCE, payment.net());
      } else {
        boolean missing = known.misses(charge, today);
        tally.add(missing ? Figure.MISSING : Figure.OUTSTANDING, charge.part());
      }
    }
    return settling;
  }

  private Collection<DueCharge> charges(Outlook outlook) {
    return Forecast.of(outlook, new Horizon(period.from(), period.until())).charges().stream()
        .filter(charge -> isAgreed(outlook, charge) || paying.containsKey(charge.scheduledOn()))
        .toList();
  }

  private static boolean isAgreed(Outlook outlook, DueCharge charge) {
    return !charge.scheduledOn().isBefore(outlook.from());
  }

  private void add(Paid payment, boolean settles, Tally tally) {
    boolean here = period.covers(payment.paidOn());
    if (period.covers(belongsOn(payment))) {
      tally.add(Figure.PAID, payment.net());
      if (!settles) {
        tally.add(Figure.UNEXPECTED, payment.net());
      }
      if (!here) {
        tally.add(Figure.PAID_ELSEWHERE, payment.net());
      }
    } else if (here) {
      tally.add(Figure.PAID_FOR_OTHERS, payment.net());
    }
    if (here) {
      tally.add(Figure.SPENT, payment.net());
    }
  }

  /** The day on which what it pays is due; of what belongs to no due date its own. */
  private LocalDate belongsOn(Paid payment) {
    return agreed == null || payment.matches() == null
        ? payment.paidOn()
        : agreed.outlook().dueOn(payment.matches());
  }
}
