package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One payment: its last attempt, what was said of it later, and its refunds.
 *
 * @param voided whether it was voided and not attempted since
 */
record Bill(
    Happening attempt,
    boolean voided,
    @Nullable Happening correction,
    LocalDate paidOn,
    List<Happening> refunds) {

  static final Comparator<Bill> ORDER = Comparator.comparing(Bill::paidAt).thenComparing(Bill::id);

  /** Money that went one way or, below zero, the other. */
  record Flow(String currency, BigDecimal value) {}

  /** The payments of one subscription; what is said of payments nobody tried is left out. */
  static List<Bill> all(List<Happening> counted, Owner owner) {
    Map<String, List<Happening>> byId = new TreeMap<>();
    counted.stream()
        .filter(happening -> happening.type().startsWith("payment."))
        .forEach(
            happening ->
                byId.computeIfAbsent(happening.text("paymentId"), id -> new ArrayList<>())
                    .add(happening));
    return byId.values().stream().flatMap(own -> of(own, owner)).sorted(ORDER).toList();
  }

  private static Stream<Bill> of(List<Happening> own, Owner owner) {
    Happening attempt = last(own, "payment.succeeded", "payment.failed");
    Happening decided = last(own, "payment.succeeded", "payment.failed", "payment.voided");
    if (attempt == null || decided == null) {
      return Stream.of();
    }
    return Stream.of(
        new Bill(
            attempt,
            decided.is("payment.voided"),
            last(own, "payment.corrected"),
            owner.dayOf(attempt.time()),
            refunds(own)));
  }

  private static @Nullable Happening last(List<Happening> own, String... types) {
    return own.stream()
        .filter(happening -> happening.is(types))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static List<Happening> refunds(List<Happening> own) {
    Map<String, Happening> byId = new TreeMap<>();
    own.stream()
        .filter(happening -> happening.is("payment.refunded"))
        .forEach(refund -> byId.put(refund.text("refundId"), refund));
    return byId.values().stream().sorted(Comparator.comparing(Happening::time)).toList();
  }

  String id() {
    return attempt.text("paymentId");
  }

  Instant paidAt() {
    return attempt.time();
  }

  boolean succeeded() {
    return !voided && attempt.is("payment.succeeded");
  }

  Map<String, Object> amount() {
    return correction == null ? attempt.amount() : correction.amount();
  }

  @Nullable LocalDate dueOn() {
    LocalDate corrected = correction == null ? null : correction.date("dueOn");
    return corrected == null ? attempt.date("dueOn") : corrected;
  }

  String status() {
    if (voided) {
      return "VOIDED";
    }
    if (!succeeded()) {
      return "FAILED";
    }
    BigDecimal back = BigDecimal.ZERO;
    for (Happening refund : refunds) {
      if (Amounts.currency(refund.amount()).equals(Amounts.currency(amount()))) {
        back = back.add(Amounts.value(refund.amount()));
      }
    }
    if (back.signum() == 0) {
      return "SUCCEEDED";
    }
    return back.compareTo(Amounts.value(amount())) < 0 ? "PARTIALLY_REFUNDED" : "REFUNDED";
  }

  /** It went through, and not all of it went back. */
  boolean settles() {
    return succeeded() && !status().equals("REFUNDED");
  }

  /** What it adds to what was spent: of each amount the part that is the subscriber's. */
  List<Flow> flows(Deal deal) {
    Share share = deal.shareOn(paidOn);
    List<Flow> flows = new ArrayList<>();
    if (succeeded()) {
      flows.add(new Flow(Amounts.currency(amount()), share.of(Amounts.value(amount()))));
      for (Happening refund : refunds) {
        Map<String, Object> back = refund.amount();
        flows.add(new Flow(Amounts.currency(back), share.of(Amounts.value(back)).negate()));
      }
    }
    return flows;
  }
}
