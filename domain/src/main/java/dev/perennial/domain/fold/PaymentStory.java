package dev.perennial.domain.fold;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentAttempt;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentData;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one payment, in the order of its facts: the last attempt counts, the last
 * correction replaces what it reports, refunds go by their own ids.
 */
final class PaymentStory {

  private record Attempt(Instant at, PaymentAttempt data) {}

  private record Return(Instant at, PaymentRefunded data) {}

  private final Circumstances circumstances;
  private final Map<String, Return> refunds = new TreeMap<>();
  private final List<PaymentEvent> events = new ArrayList<>();

  /** What is counted of it so far, by currency code. */
  private Map<String, Money> counted = Map.of();

  private @Nullable Attempt attempt;
  private @Nullable PaymentCorrected correction;
  private Payment.Outcome outcome = Payment.Outcome.FAILED;

  PaymentStory(Circumstances circumstances) {
    this.circumstances = circumstances;
  }

  void add(Fact fact, PaymentData data) {
    apply(fact.time(), data);
    Map<String, Money> now = counts();
    Map<String, Money> changes = new TreeMap<>(now);
    counted.forEach((currency, sum) -> changes.merge(currency, sum.negated(), Money::plus));
    changes.values().stream()
        .filter(change -> !change.isZero())
        .forEach(change -> events.add(PaymentEvent.of(fact, change)));
    counted = now;
  }

  private void apply(Instant at, PaymentData data) {
    switch (data) {
      case PaymentSucceeded paid -> attempted(new Attempt(at, paid), Payment.Outcome.SUCCEEDED);
      case PaymentFailed failed -> attempted(new Attempt(at, failed), Payment.Outcome.FAILED);
      case PaymentRefunded refund -> refunds.put(refund.refundId(), new Return(at, refund));
      case PaymentCorrected corrected -> correction = corrected;
      case PaymentVoided voided -> outcome = Payment.Outcome.VOIDED;
    }
  }

  private void attempted(Attempt newAttempt, Payment.Outcome newOutcome) {
    attempt = newAttempt;
    outcome = newOutcome;
  }

  private Map<String, Money> counts() {
    if (attempt == null || outcome != Payment.Outcome.SUCCEEDED) {
      return Map.of();
    }
    LocalDate day = circumstances.dayOf(attempt.at());
    Map<String, Money> sums = new TreeMap<>();
    add(sums, circumstances.part(amount(attempt.data()), day));
    refunds
        .values()
        .forEach(back -> add(sums, circumstances.part(back.data().amount(), day).negated()));
    return sums;
  }

  private static void add(Map<String, Money> sums, Money amount) {
    sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
  }

  /** Empty while nobody has tried to pay. */
  Optional<Payment> payment() {
    return Optional.ofNullable(attempt).map(this::payment);
  }

  private Payment payment(Attempt last) {
    LocalDate day = circumstances.dayOf(last.at());
    Money amount = amount(last.data());
    return new Payment(
        last.data().paymentId(),
        outcome,
        last.at(),
        day,
        amount,
        correction != null,
        sortedRefunds(last),
        dueOn(last.data()),
        circumstances.categoryOn(day),
        null,
        circumstances.shareOn(day),
        worth(amount, last),
        events);
  }

  /** Only what went through comes to anything. */
  private Payment.Worth worth(Money amount, Attempt last) {
    return outcome == Payment.Outcome.SUCCEEDED
        ? circumstances.worth(amount.currency(), last.at())
        : Payment.Worth.unknown();
  }

  private Money amount(PaymentAttempt reported) {
    return correction == null ? reported.amount() : correction.amount();
  }

  private @Nullable LocalDate dueOn(PaymentAttempt reported) {
    return correction == null || correction.dueOn() == null ? reported.dueOn() : correction.dueOn();
  }

  private List<Payment.Refund> sortedRefunds(Attempt last) {
    return refunds.values().stream()
        .map(
            back ->
                new Payment.Refund(
                    back.data().refundId(),
                    back.at(),
                    back.data().amount(),
                    worth(back.data().amount(), last)))
        .sorted(Comparator.comparing(Payment.Refund::at).thenComparing(Payment.Refund::refundId))
        .toList();
  }
}
