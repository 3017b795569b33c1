package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subscription as it stands at a moment.
 *
 * @param all its events, also those that do not count
 */
record Subscription(
    String id, List<Happening> all, Deal deal, List<Bill> bills, Owner owner, Instant now) {

  /** The next alert that is to fire. */
  record NextAlert(Instant fireAt, LocalDate dueOn, int lead) {}

  static Subscription of(String id, List<Happening> all, Owner owner, Instant now) {
    List<Happening> counted = Reading.counted(all);
    return new Subscription(
        id, all, new Deal(counted, owner), Bill.all(counted, owner), owner, now);
  }

  LocalDate today() {
    return owner.today(now);
  }

  @Nullable LocalDate end() {
    return deal.endAsOf(today());
  }

  String status() {
    LocalDate today = today();
    LocalDate end = end();
    if (end != null && !today.isBefore(end)) {
      return "ENDED";
    }
    if (deal.pauseOn(today).isPresent()) {
      return "PAUSED";
    }
    if (deal.cancelledFrom != null) {
      return "CANCELLED";
    }
    if (lastPaymentFailed()) {
      return "PAST_DUE";
    }
    return deal.trialEnds != null && today.isBefore(deal.trialEnds) ? "TRIALING" : "ACTIVE";
  }

  private boolean lastPaymentFailed() {
    return bills.stream()
        .filter(bill -> !bill.voided())
        .reduce((first, second) -> second)
        .filter(bill -> !bill.succeeded())
        .isPresent();
  }

  Optional<LocalDate> nextDue() {
    return deal.firstDue(today(), end());
  }

  Optional<Bill> lastPayment() {
    return bills.stream().filter(Bill::succeeded).reduce((first, second) -> second);
  }

  /** Looks for each lead at the due dates one after the other. */
  Optional<NextAlert> nextAlert() {
    return deal.leadsOn(today(), owner).stream()
        .flatMap(lead -> nextAlert(lead).stream())
        .min(Comparator.comparing(NextAlert::fireAt).thenComparing(NextAlert::dueOn));
  }

  private Optional<NextAlert> nextAlert(int lead) {
    Optional<LocalDate> due = nextDue();
    while (due.isPresent() && !owner.fireAt(due.get(), lead).isAfter(now)) {
      due = deal.firstDue(due.get().plusDays(1), end());
    }
    return due.map(day -> new NextAlert(owner.fireAt(day, lead), day, lead));
  }

  boolean waits(Happening happening) {
    return !deal.started
        || (happening.is("payment.refunded", "payment.corrected", "payment.voided")
            && bills.stream().noneMatch(bill -> bill.id().equals(happening.text("paymentId"))));
  }

  Map<String, Object> amountDueOn(LocalDate day) {
    return Amounts.document(Happening.map(deal.priceOn(day).get("amount")));
  }
}
