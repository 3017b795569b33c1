package dev.perennial.standalone.oracle;

import dev.perennial.standalone.oracle.Charges.Charge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subscription as it stands at a moment.
 *
 * @param all its events, also those that do not count
 * @param floor what happened up to it is forgotten
 * @param bills what was paid, in its order
 */
record Subscription(
    String id,
    List<Happening> all,
    Floor floor,
    Withdrawals withdrawals,
    Deal deal,
    List<Bill> bills,
    Owner owner,
    Instant now) {

  /** Until when one has to cancel so that a renewal does not come. */
  record CancelBy(LocalDate on, LocalDate renewal) {}

  /**
   * @param ofOwner the floor that holds for all of its owner
   */
  static Subscription of(String id, List<Happening> all, Owner owner, Floor ofOwner, Instant now) {
    Floor floor = ofOwner.or(Floor.of(all));
    List<Happening> kept = floor.above(all);
    Withdrawals withdrawals = new Withdrawals(Reading.counted(kept), owner);
    List<Happening> inForce = withdrawals.rest;
    return new Subscription(
        id,
        all,
        floor,
        withdrawals,
        new Deal(inForce, owner),
        Bill.all(inForce, owner),
        owner,
        now);
  }

  /** Whether some of its history was received behind a moment; what is forgotten is none of it. */
  boolean wasImportedAfter(Instant moment) {
    return floor.above(all).stream()
        .map(Happening::importedAt)
        .anyMatch(receivedAt -> receivedAt != null && receivedAt.isAfter(moment));
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
    if (deal.dueDates.pauseOn(today).isPresent()) {
      return "PAUSED";
    }
    if (deal.isCancelled()) {
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

  /** As it is known on a day. */
  Charges charges(LocalDate today) {
    return new Charges(deal, bills, today);
  }

  Optional<Charge> nextCharge() {
    return charges(today()).from(today()).findFirst();
  }

  Optional<Bill> lastPayment() {
    return bills.stream().filter(Bill::succeeded).reduce((first, second) -> second);
  }

  Optional<CancelBy> cancelBy() {
    Notice notice = deal.notices.on(today());
    if (notice == null || deal.isCancelled() || status().equals("ENDED")) {
      return Optional.empty();
    }
    return deal.dueAsOf(today())
        .dropWhile(due -> due.isBefore(today()))
        .map(due -> new CancelBy(notice.lastDayToCancel(due), due))
        .filter(cancelBy -> !cancelBy.on().isBefore(today()))
        .findFirst();
  }

  /** What became of one of its events. */
  String outcome(Happening happening) {
    if (happening.isDeletion()) {
      return "APPLIED";
    }
    if (!withdrawals.rest.contains(happening)) {
      return "SUPERSEDED";
    }
    return waits(happening) ? "WAITING" : "APPLIED";
  }

  private boolean waits(Happening happening) {
    if (!deal.started) {
      return true;
    }
    return switch (happening.type()) {
      case "subscription.changed" -> withdrawals.missesItsChange(happening);
      case "charge.announced" -> charges(today()).moved(happening).isEmpty();
      case "payment.refunded", "payment.corrected", "payment.voided" ->
          bills.stream().noneMatch(bill -> bill.id().equals(happening.text("paymentId")));
      default -> false;
    };
  }
}
