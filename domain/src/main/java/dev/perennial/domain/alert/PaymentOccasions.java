package dev.perennial.domain.alert;

import dev.perennial.domain.Money;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.Payment;
import dev.perennial.domain.fold.PaymentMatching;
import dev.perennial.domain.fold.SubscriptionView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What there is to tell of payments at once: they failed, nobody expected them, or came twice. */
final class PaymentOccasions {

  /** One part in so many is no news: 5 %. */
  private static final BigDecimal TOLERATED = BigDecimal.valueOf(20);

  private final DueDates dueDates;
  private final SubscriptionView view;

  PaymentOccasions(DueDates dueDates, SubscriptionView view) {
    this.dueDates = dueDates;
    this.view = view;
  }

  /**
   * @param wanted which payments to tell of; what the others were decides about these, but is
   *     looked at only for the same due dates
   */
  Stream<Occasion> of(Predicate<Payment> wanted) {
    PaymentMatching matching = view.matching();
    List<Occasion> occasions = new ArrayList<>();
    view.payments().stream()
        .filter(payment -> payment.outcome() == Payment.Outcome.FAILED && wanted.test(payment))
        .forEach(payment -> occasions.add(plain(AlertType.PAYMENT_FAILED, payment)));
    for (Map.Entry<LocalDate, List<Payment>> entry : matching.byDueDate().entrySet()) {
      if (entry.getValue().stream().anyMatch(wanted)) {
        Charge due = dueDates.scheduledOn(entry.getKey());
        occasions.addAll(ofDueDate(due, matching.paying(entry.getKey()), wanted));
      }
    }
    matching.unmatched().stream()
        .filter(payment -> wanted.test(payment) && payment.pays())
        .filter(payment -> dueDates.isIdle(payment.paidOn()))
        .forEach(payment -> occasions.add(plain(AlertType.PAYMENT_UNEXPECTED, payment)));
    return occasions.stream();
  }

  private static List<Occasion> ofDueDate(
      Charge due, List<Payment> paying, Predicate<Payment> wanted) {
    List<Occasion> occasions = new ArrayList<>();
    BigDecimal paid = BigDecimal.ZERO;
    for (Payment payment : paying) {
      Payment first = paying.getFirst();
      boolean comparable = isComparable(payment, due);
      paid = comparable ? paid.add(payment.amount().value()) : paid;
      if (!wanted.test(payment)) {
        continue;
      }
      if (payment != first && payment.amount().equals(first.amount())) {
        occasions.add(duplicate(payment, first));
      } else if (comparable && isOff(paid, due.amount(), payment == first)) {
        occasions.add(unexpected(payment, due.amount()));
      }
    }
    return occasions;
  }

  /** What varies, and nobody announced, is only guessed at. */
  private static boolean isComparable(Payment payment, Charge due) {
    return !due.estimated() && payment.amount().currency().equals(due.amount().currency());
  }

  private static boolean isOff(BigDecimal paid, Money due, boolean orLess) {
    BigDecimal more = paid.subtract(due.value());
    BigDecimal off = orLess ? more.abs() : more;
    return off.multiply(TOLERATED).compareTo(due.value()) > 0;
  }

  private static Occasion plain(AlertType type, Payment payment) {
    return occasion(type, payment, details(payment));
  }

  private static Occasion unexpected(Payment payment, Money due) {
    return occasion(AlertType.PAYMENT_UNEXPECTED, payment, details(payment).insteadOf(due));
  }

  private static Occasion duplicate(Payment payment, Payment first) {
    return occasion(
        AlertType.PAYMENT_DUPLICATE, payment, details(payment).again(first.paymentId()));
  }

  private static Occasion.Details details(Payment payment) {
    return Occasion.Details.ofPayment(payment.paymentId(), payment.amount());
  }

  private static Occasion occasion(AlertType type, Payment payment, Occasion.Details details) {
    return new Occasion(type, payment.paidOn(), details, new Occasion.AtOnce(payment.paidAt()));
  }
}
