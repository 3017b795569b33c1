package dev.perennial.domain.fold;

import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.Additions;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the facts of one subscription say at one moment.
 *
 * @param state empty while no subscription.started has come
 * @param matching which of the payments belong to which due dates
 * @param dueDates what alerts are raised for; empty without a state
 * @param floor up to when everything was forgotten
 * @param importedAt when the newest imported fact was received; empty if none was imported
 * @param nextTurn the start of the next day on which this view may say something else without a new
 *     fact
 * @param movements of its run rate up to today, in the order of their days
 */
public record SubscriptionView(
    Optional<SubscriptionState> state,
    List<Payment> payments,
    PaymentMatching matching,
    List<FactStatus> facts,
    Optional<DueDates> dueDates,
    Floor floor,
    Optional<Instant> importedAt,
    Optional<Instant> nextTurn,
    List<Movement> movements) {

  public SubscriptionView {
    payments = List.copyOf(payments);
    facts = List.copyOf(facts);
    movements = List.copyOf(movements);
  }

  public List<Contribution> contributions() {
    return payments.stream().flatMap(Payment::contributions).toList();
  }

  /** What it adds to totals. */
  public Additions additions() {
    return new Additions(contributions(), movements);
  }
}
