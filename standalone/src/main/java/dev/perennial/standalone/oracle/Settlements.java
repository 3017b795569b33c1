package dev.perennial.standalone.oracle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which payments settle which charges of a subscription, and which of them are odd. */
final class Settlements {

  private static final BigDecimal TWENTY = BigDecimal.valueOf(20);

  private final Subscription subscription;
  private final LocalDate today;
  private final Charges charges;

  /** By the scheduled due date: what went through and was not refunded in full, in its order. */
  private final Map<LocalDate, List<Bill>> paid;

  Settlements(Subscription subscription, LocalDate today) {
    this.subscription = subscription;
    this.today = today;
    this.charges = subscription.charges(today);
    this.paid =
        kept()
            .filter(bill -> charges.matched(bill).isPresent())
            .collect(
                groupingBy(bill -> charges.matched(bill).orElseThrow(), TreeMap::new, toList()));
  }

  private Stream<Bill> kept() {
    return subscription.bills().stream().filter(Bill::settles);
  }

  boolean isSettled(Charges.Charge charge) {
    return paid.containsKey(charge.scheduled());
  }

  /** By the scheduled dates. */
  Optional<LocalDate> newestSettled() {
    return paid.keySet().stream().max(Comparator.naturalOrder());
  }

  /** Whether the subscription's payments are told of: one went through on a day before. */
  boolean isPaidBefore(LocalDate day) {
    return subscription.bills().stream()
        .anyMatch(bill -> bill.succeeded() && bill.paidOn().isBefore(day));
  }

  Stream<Occasion> duplicates() {
    return paid.values().stream()
        .flatMap(
            bills ->
                behindTheFirst(bills)
                    .filter(bill -> isSame(bill, bills.getFirst()))
                    .map(bill -> Occasion.duplicate(bill, bills.getFirst())));
  }

  private static Stream<Bill> behindTheFirst(List<Bill> bills) {
    return bills.stream().skip(1);
  }

  private static boolean isSame(Bill one, Bill other) {
    return Amounts.document(one.amount()).equals(Amounts.document(other.amount()));
  }

  Stream<Occasion> unexpected() {
    Stream<Occasion> off =
        charges
            .all()
            .takeWhile(charge -> !paid.isEmpty() && !isBehindAll(charge))
            .filter(charge -> charge.fixed() && isSettled(charge))
            .flatMap(this::off);
    return Stream.concat(off, kept().filter(this::isForNothing).map(Occasion::undue));
  }

  private boolean isBehindAll(Charges.Charge charge) {
    return paid.keySet().stream().allMatch(charge.scheduled()::isAfter);
  }

  private Stream<Occasion> off(Charges.Charge charge) {
    List<Bill> bills =
        paidFor(charge).stream().filter(bill -> isInCurrencyOf(charge, bill)).toList();
    return bills.stream()
        .filter(bill -> isOff(charge, bill))
        .map(bill -> Occasion.unexpected(bill, charge.amount()));
  }

  private List<Bill> paidFor(Charges.Charge charge) {
    return paid.getOrDefault(charge.scheduled(), List.of());
  }

  private static boolean isInCurrencyOf(Charges.Charge charge, Bill bill) {
    return Amounts.currency(bill.amount()).equals(Json.text(charge.amount(), "currency"));
  }

  private boolean isOff(Charges.Charge charge, Bill bill) {
    List<Bill> all = paidFor(charge);
    BigDecimal due = (BigDecimal) Json.member(charge.amount(), "value");
    if (bill.equals(all.getFirst())) {
      return isMuch(Amounts.value(bill.amount()).subtract(due).abs(), due);
    }
    BigDecimal sum =
        all.stream()
            .limit(all.indexOf(bill) + 1L)
            .filter(up -> isInCurrencyOf(charge, up))
            .map(up -> Amounts.value(up.amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return !isSame(bill, all.getFirst()) && isMuch(sum.subtract(due), due);
  }

  /** More than five in a hundred. */
  private static boolean isMuch(BigDecimal difference, BigDecimal due) {
    return difference.multiply(TWENTY).compareTo(due) > 0;
  }

  private boolean isForNothing(Bill bill) {
    LocalDate end = subscription.deal().endAsOf(today);
    boolean ended = end != null && !bill.paidOn().isBefore(end);
    boolean paused = subscription.deal().dueDates.pauseOn(bill.paidOn()).isPresent();
    return charges.matched(bill).isEmpty() && (ended || paused);
  }
}
