package dev.perennial.domain.fold;

import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentData;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts payments together from their facts: the last attempt counts, refunds by their own ids. */
final class Payments {

  private Payments() {}

  /** The payments in the order of (paidAt, id). Refunds of unknown payments are left waiting. */
  static List<Payment> of(
      List<Fact> counted, Subscriber subscriber, Function<LocalDate, String> categoryOn) {
    Map<String, List<Fact>> byPayment = new TreeMap<>();
    for (Fact fact : counted) {
      if (fact.data() instanceof PaymentData data) {
        byPayment.computeIfAbsent(data.paymentId(), id -> new ArrayList<>()).add(fact);
      }
    }
    return byPayment.values().stream()
        .flatMap(facts -> payment(facts, subscriber, categoryOn).stream())
        .sorted(Payment.BY_TIME)
        .toList();
  }

  private static Optional<Payment> payment(
      List<Fact> facts, Subscriber subscriber, Function<LocalDate, String> categoryOn) {
    Fact attempt = lastAttempt(facts);
    if (attempt == null) {
      return Optional.empty();
    }
    LocalDate day = subscriber.dayOf(attempt.time());
    PaymentData data = (PaymentData) attempt.data();
    return Optional.of(
        new Payment(
            data.paymentId(),
            data instanceof PaymentSucceeded,
            attempt.time(),
            day,
            data.amount(),
            refunds(facts),
            dueOn(data),
            categoryOn.apply(day)));
  }

  private static @Nullable Fact lastAttempt(List<Fact> facts) {
    return facts.reversed().stream()
        .filter(fact -> !(fact.data() instanceof PaymentRefunded))
        .findFirst()
        .orElse(null);
  }

  private static @Nullable LocalDate dueOn(PaymentData data) {
    return switch (data) {
      case PaymentSucceeded succeeded -> succeeded.dueOn();
      case PaymentFailed failed -> failed.dueOn();
      case PaymentRefunded refunded -> null;
    };
  }

  private static List<Payment.Refund> refunds(List<Fact> facts) {
    Map<String, Payment.Refund> byId = new TreeMap<>();
    for (Fact fact : facts) {
      if (fact.data() instanceof PaymentRefunded refunded) {
        byId.put(
            refunded.refundId(),
            new Payment.Refund(refunded.refundId(), fact.time(), refunded.amount()));
      }
    }
    return byId.values().stream()
        .sorted(Comparator.comparing(Payment.Refund::at).thenComparing(Payment.Refund::refundId))
        .toList();
  }
}
