package dev.perennial.standalone.oracle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One payment: its last attempt and its refunds. */
record Bill(Happening attempt, LocalDate paidOn, List<Happening> refunds) {

  static final Comparator<Bill> ORDER =
      Comparator.comparing((Bill bill) -> bill.attempt().time())
          .thenComparing(bill -> bill.attempt().text("paymentId"));

  /** The payments of one subscription; refunds of what nobody paid are left out. */
  static List<Bill> all(List<Happening> counted, Owner owner) {
    List<Bill> bills = new ArrayList<>();
    Map<String, Happening> attempts = new TreeMap<>();
    for (Happening happening : counted) {
      if (happening.is("payment.succeeded", "payment.failed")) {
        attempts.put(happening.text("paymentId"), happening);
      }
    }
    attempts.forEach(
        (id, attempt) ->
            bills.add(new Bill(attempt, owner.dayOf(attempt.time()), refunds(counted, id))));
    bills.sort(ORDER);
    return bills;
  }

  private static List<Happening> refunds(List<Happening> counted, String paymentId) {
    Map<String, Happening> byId = new TreeMap<>();
    for (Happening happening : counted) {
      if (happening.is("payment.refunded") && happening.text("paymentId").equals(paymentId)) {
        byId.put(happening.text("refundId"), happening);
      }
    }
    return byId.values().stream().sorted(Comparator.comparing(Happening::time)).toList();
  }

  String id() {
    return attempt.text("paymentId");
  }

  Instant paidAt() {
    return attempt.time();
  }

  boolean succeeded() {
    return attempt.is("payment.succeeded");
  }

  Map<String, Object> amount() {
    return Happening.map(attempt.data().get("amount"));
  }

  @Nullable LocalDate dueOn() {
    return attempt.date("dueOn");
  }

  String status() {
    if (!succeeded()) {
      return "FAILED";
    }
    BigDecimal paid = Amounts.value(amount());
    BigDecimal back = BigDecimal.ZERO;
    for (Happening refund : refunds) {
      Map<String, Object> amount = Happening.map(refund.data().get("amount"));
      if (Objects.equals(amount.get("currency"), amount().get("currency"))) {
        back = back.add(Amounts.value(amount));
      }
    }
    if (back.signum() == 0) {
      return "SUCCEEDED";
    }
    return back.compareTo(paid) < 0 ? "PARTIALLY_REFUNDED" : "REFUNDED";
  }
}
