package dev.perennial.domain.fold;

import dev.perennial.domain.Money;
import dev.perennial.domain.Share;
import dev.perennial.domain.event.PaymentAttempt;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentData;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one payment, in the order of its facts: the last attempt counts, the last
 * correction replaces what it reports, refunds go by their own ids.
 */
final class PaymentStory {

  private record Attempt(Instant at, PaymentAttempt data) {}

  private final Map<String, Payment.Refund> refunds = new TreeMap<>();
  private @Nullable Attempt attempt;
  private @Nullable PaymentCorrected correction;
  private Payment.Outcome outcome = Payment.Outcome.FAILED;

  void add(Instant at, PaymentData data) {
    switch (data) {
      case PaymentSucceeded paid -> attempted(new Attempt(at, paid), Payment.Outcome.SUCCEEDED);
      case PaymentFailed failed -> attempted(new Attempt(at, failed), Payment.Outcome.FAILED);
      case PaymentRefunded refund ->
          refunds.put(
              refund.refundId(), new Payment.Refund(refund.refundId(), at, refund.amount()));
      case PaymentCorrected corrected -> correction = corrected;
      case PaymentVoided voided -> outcome = Payment.Outcome.VOIDED;
    }
  }

  private void attempted(Attempt newAttempt, Payment.Outcome newOutcome) {
    attempt = newAttempt;
    outcome = newOutcome;
  }

  /** Empty while nobody has tried to pay. */
  Optional<Payment> payment(
      Subscriber subscriber,
      Function<LocalDate, String> categoryOn,
      Function<LocalDate, @Nullable Share> shareOn) {
    return Optional.ofNullable(attempt).map(last -> payment(last, subscriber, categoryOn, shareOn));
  }

  private Payment payment(
      Attempt last,
      Subscriber subscriber,
      Function<LocalDate, String> categoryOn,
      Function<LocalDate, @Nullable Share> shareOn) {
    LocalDate day = subscriber.dayOf(last.at());
    return new Payment(
        last.data().paymentId(),
        outcome,
        last.at(),
        day,
        amount(last.data()),
        correction != null,
        sortedRefunds(),
        dueOn(last.data()),
        categoryOn.apply(day),
        null,
        shareOn.apply(day));
  }

  private Money amount(PaymentAttempt reported) {
    return correction == null ? reported.amount() : correction.amount();
  }

  private @Nullable LocalDate dueOn(PaymentAttempt reported) {
    return correction == null || correction.dueOn() == null ? reported.dueOn() : correction.dueOn();
  }

  private List<Payment.Refund> sortedRefunds() {
    return refunds.values().stream()
        .sorted(Comparator.comparing(Payment.Refund::at).thenComparing(Payment.Refund::refundId))
        .toList();
  }
}
