package dev.perennial.standalone.oracle;

import dev.perennial.standalone.oracle.Charges.Charge;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * The charge of a subscription that is expected next.
 *
 * @param state UPCOMING, OUTSTANDING or MISSING
 */
record ExpectedNext(Charge charge, String state) {

  static Optional<ExpectedNext> of(Subscription subscription) {
    if (subscription.status().equals("ENDED")) {
      return Optional.empty();
    }
    Charges charges = subscription.charges(subscription.today());
    return new Settlements(subscription, subscription.today())
        .newestSettled()
        .map(settled -> charges.all().filter(charge -> charge.scheduled().isAfter(settled)))
        .orElseGet(() -> charges.from(subscription.today()))
        .findFirst()
        .map(charge -> new ExpectedNext(charge, state(subscription, charges, charge)));
  }

  private static String state(Subscription subscription, Charges charges, Charge charge) {
    LocalDate today = subscription.today();
    if (!today.isAfter(charge.dueOn())) {
      return "UPCOMING";
    }
    boolean manual = subscription.deal().isManualOn(today);
    LocalDate missingFrom = charge.dueOn().plusDays(charges.grace(charge));
    return manual || today.isBefore(missingFrom) ? "OUTSTANDING" : "MISSING";
  }

  Map<String, Object> document() {
    return Document.map(
        "dueOn",
        charge.dueOn(),
        "amount",
        charge.amount(),
        "estimated",
        charge.estimated() ? true : null,
        "state",
        state);
  }
}
