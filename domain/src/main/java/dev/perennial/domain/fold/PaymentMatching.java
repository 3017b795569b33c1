package dev.perennial.domain.fold;

import dev.perennial.domain.calendar.Occurrences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which payments belong to which due dates: a function of terms and payments alone, so the order of
 * events does not matter. A payment belongs to the due date nearest to the day it names, or if it
 * names none to the day it was paid on, and to none that is farther than half a period.
 *
 * @param byDueDate the payments of each due date in the order of (paidAt, id): the first that still
 *     {@linkplain Payment#pays pays} settles it, a later one pays it again
 * @param unmatched what belongs to no due date
 */
public record PaymentMatching(
    SortedMap<LocalDate, List<Payment>> byDueDate, List<Payment> unmatched) {

  public PaymentMatching {
    SortedMap<LocalDate, List<Payment>> copy = new TreeMap<>();
    byDueDate.forEach((dueOn, payments) -> copy.put(dueOn, List.copyOf(payments)));
    byDueDate = Collections.unmodifiableSortedMap(copy);
    unmatched = List.copyOf(unmatched);
  }

  /** The payments, each with the due date that it belongs to. */
  public static List<Payment> matched(List<Payment> payments, Occurrences dueDates) {
    return payments.stream()
        .map(payment -> payment.withMatch(dueDates.nearest(payment.belongsBy()).orElse(null)))
        .toList();
  }

  /**
   * @param payments in any order, with what they match
   */
  public static PaymentMatching of(List<Payment> payments) {
    SortedMap<LocalDate, List<Payment>> byDueDate = new TreeMap<>();
    List<Payment> unmatched = new ArrayList<>();
    for (Payment payment : payments.stream().sorted(Payment.BY_TIME).toList()) {
      if (payment.matches() == null) {
        unmatched.add(payment);
      } else {
        byDueDate.computeIfAbsent(payment.matches(), dueOn -> new ArrayList<>()).add(payment);
      }
    }
    return new PaymentMatching(byDueDate, unmatched);
  }

  /** What was paid for a due date and has not gone back, in the order of (paidAt, id). */
  public List<Payment> paying(LocalDate dueOn) {
    return byDueDate.getOrDefault(dueOn, List.of()).stream().filter(Payment::pays).toList();
  }

  /** The newest due date that is settled; empty while none is. */
  Optional<LocalDate> newestSettled() {
    return byDueDate.reversed().keySet().stream()
        .filter(dueOn -> settling(dueOn).isPresent())
        .findFirst();
  }

  /** The payment that settled a due date; empty while none has gone through. */
  public Optional<Payment> settling(LocalDate dueOn) {
    return paying(dueOn).stream().findFirst();
  }
}
