package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How many days before a charge one is told of it, and after it.
 *
 * @param leads those that are always told
 * @param repeated those that tell it again
 */
record RenewalLeads(List<Integer> leads, List<Integer> repeated, Reminding reminding) {

  static RenewalLeads of(Subscription subscription, LocalDate today) {
    Deal deal = subscription.deal();
    Reminding reminding = deal.remindingOn(today);
    List<Integer> own =
        Objects.requireNonNullElseGet(
            reminding.leads(), () -> subscription.owner().leads(AlertType.RENEWAL_UPCOMING));
    if (own.isEmpty()) {
      return new RenewalLeads(List.of(), List.of(), Reminding.NOT_SAID);
    }
    boolean manual = deal.isManualOn(today);
    List<Integer> leads = manual ? joined(own, List.of(0, -1)) : own;
    Reminding.Repeat repeat = reminding.repeat();
    return new RenewalLeads(
        leads, repeat == null ? List.of() : repeat.beside(leads, manual), reminding);
  }

  private static List<Integer> joined(List<Integer> some, List<Integer> others) {
    return Stream.concat(some.stream(), others.stream())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  List<Integer> all() {
    return joined(leads, repeated);
  }

  /** The day of the oldest charge of which one may still be told. */
  LocalDate since(LocalDate today) {
    int last = all().stream().min(Integer::compare).filter(lead -> lead < 0).orElse(0);
    return last < 0 ? today.plusDays(last - 6L) : today;
  }

  /** One is overdue only where payments are told of at all. */
  Occasion of(Charges.Charge charge, Settlements settlements) {
    boolean paidBefore = settlements.isPaidBefore(charge.dueOn());
    List<Integer> told =
        settlements.isSettled(charge) && !goesOnWhenPaid()
            ? List.of()
            : all().stream().filter(lead -> lead >= 0 || paidBefore).toList();
    return Occasion.renewal(charge, told, endsWhenAcknowledged() ? repeated : List.of());
  }

  private boolean goesOnWhenPaid() {
    return reminding.repeat() != null && reminding.repeat().goesOnWhenPaid();
  }

  private boolean endsWhenAcknowledged() {
    return reminding.repeat() != null && reminding.repeat().endsWhenAcknowledged();
  }
}
