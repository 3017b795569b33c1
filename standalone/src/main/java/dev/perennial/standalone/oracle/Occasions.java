package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the owner of a subscription may be told of, as far as it is known on a day. */
record Occasions(Subscription subscription, LocalDate today) {

  /** In the order in which they fire; of some types there is no last one. */
  Stream<Occasion> of(AlertType type) {
    return switch (type) {
      case RENEWAL_UPCOMING -> renewals();
      case TRIAL_ENDING -> trialEnd().stream();
      case CANCELLATION_DEADLINE -> deadlines();
      case PRICE_CHANGED -> priceChanges();
      case PAYMENT_FAILED -> failures();
      case SUBSCRIPTION_ENDED -> end().stream();
    };
  }

  /** How many days before; none where nobody wants to know. */
  List<Integer> leads(AlertType type) {
    List<Integer> own = type == AlertType.RENEWAL_UPCOMING ? deal().reminders.on(today) : null;
    return own == null ? subscription.owner().leads(type) : own;
  }

  private Deal deal() {
    return subscription.deal();
  }

  private Charges charges() {
    return subscription.charges(today);
  }

  private Stream<Occasion> renewals() {
    return charges()
        .from(today)
        .filter(charge -> !charge.dueOn().equals(deal().trialEnds))
        .map(charge -> Occasion.of(AlertType.RENEWAL_UPCOMING, charge.dueOn(), charge.amount()));
  }

  private Optional<Occasion> trialEnd() {
    LocalDate trialEnds = deal().trialEnds;
    if (trialEnds == null) {
      return Optional.empty();
    }
    return charges()
        .from(trialEnds)
        .findFirst()
        .filter(charge -> charge.dueOn().equals(trialEnds))
        .map(charge -> Occasion.of(AlertType.TRIAL_ENDING, trialEnds, charge.amount()));
  }

  private Stream<Occasion> deadlines() {
    Notice notice = deal().notices.on(today);
    if (notice == null || deal().isCancelled()) {
      return Stream.of();
    }
    return charges()
        .all()
        .map(
            charge ->
                Occasion.deadline(
                    notice.lastDayToCancel(charge.scheduled()),
                    charge.scheduled(),
                    charge.amount()))
        .dropWhile(deadline -> deadline.dueOn().isBefore(today));
  }

  private Stream<Occasion> priceChanges() {
    List<Price.Agreed> agreed = Price.agreed(deal().prices);
    return IntStream.range(1, agreed.size())
        .filter(i -> isEverCharged(agreed.get(i)))
        .mapToObj(
            i ->
                Occasion.priceChange(
                    agreed.get(i).from(),
                    agreed.get(i).price().amount(),
                    agreed.get(i - 1).price().amount()));
  }

  private boolean isEverCharged(Price.Agreed agreed) {
    return charges().from(agreed.from()).findFirst().isPresent();
  }

  private Stream<Occasion> failures() {
    return subscription.bills().stream()
        .filter(bill -> bill.status().equals("FAILED"))
        .map(Occasion::failure);
  }

  private Optional<Occasion> end() {
    return Optional.ofNullable(deal().endAsOf(today))
        .map(
            end ->
                Occasion.of(
                    AlertType.SUBSCRIPTION_ENDED,
                    end,
                    Price.of(deal().priceOn(end.minusDays(1))).expected(subscription.bills())));
  }
}
