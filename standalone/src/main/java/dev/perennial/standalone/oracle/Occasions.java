package dev.perennial.standalone.oracle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the owner of a subscription may be told of, as far as it is known on a day. */
final class Occasions {

  private final Subscription subscription;
  private final LocalDate today;
  private final Charges charges;
  private final Settlements settlements;
  private final RenewalLeads renewalLeads;

  Occasions(Subscription subscription, LocalDate today) {
    this.subscription = subscription;
    this.today = today;
    this.charges = subscription.charges(today);
    this.settlements = new Settlements(subscription, today);
    this.renewalLeads = RenewalLeads.of(subscription, today);
  }

  /** Those that come one day fire in their order; of some types there is no last one. */
  Stream<Occasion> of(AlertType type) {
    return switch (type) {
      case RENEWAL_UPCOMING -> renewals();
      case TRIAL_ENDING -> trialEnd().stream();
      case CANCELLATION_DEADLINE -> deadlines();
      case PRICE_CHANGED -> priceChanges();
      case PAYMENT_FAILED -> failures();
      case PAYMENT_MISSING -> missing();
      case PAYMENT_UNEXPECTED -> settlements.unexpected();
      case PAYMENT_DUPLICATE -> settlements.duplicates();
      case SUBSCRIPTION_ENDED -> end().stream();
      case BUDGET_EXCEEDED, BUDGET_RECOVERED, DIGEST_WEEKLY, DIGEST_MONTHLY -> Stream.of();
    };
  }

  /** How many days before, in general; none where nobody wants to know. */
  List<Integer> leads(AlertType type) {
    return type == AlertType.RENEWAL_UPCOMING
        ? renewalLeads.all()
        : subscription.owner().leads(type);
  }

  private Deal deal() {
    return subscription.deal();
  }

  private Stream<Occasion> renewals() {
    return charges
        .from(renewalLeads.since(today))
        .filter(charge -> !charge.dueOn().equals(deal().trialEnds))
        .map(charge -> renewalLeads.of(charge, settlements));
  }

  private Optional<Occasion> trialEnd() {
    LocalDate trialEnds = deal().trialEnds;
    if (trialEnds == null) {
      return Optional.empty();
    }
    return charges
        .from(trialEnds)
        .findFirst()
        .filter(charge -> charge.dueOn().equals(trialEnds) && !settlements.isSettled(charge))
        .map(charge -> occasion(AlertType.TRIAL_ENDING, trialEnds, charge));
  }

  private Occasion occasion(AlertType type, LocalDate day, Charges.Charge charge) {
    return Occasion.of(type, day, leads(type), charge.amount());
  }

  private Stream<Occasion> deadlines() {
    Notice notice = deal().notices.on(today);
    if (notice == null || deal().isCancelled()) {
      return Stream.of();
    }
    return charges
        .all()
        .map(
            charge ->
                Occasion.deadline(
                    notice.lastDayToCancel(charge.scheduled()),
                    leads(AlertType.CANCELLATION_DEADLINE),
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
                    leads(AlertType.PRICE_CHANGED),
                    agreed.get(i).price().amount(),
                    agreed.get(i - 1).price().amount()));
  }

  private boolean isEverCharged(Price.Agreed agreed) {
    return charges.from(agreed.from()).findFirst().isPresent();
  }

  private Stream<Occasion> failures() {
    return subscription.bills().stream()
        .filter(bill -> bill.status().equals("FAILED"))
        .map(Occasion::failure);
  }

  private Stream<Occasion> missing() {
    if (deal().isManualOn(today)) {
      return Stream.of();
    }
    return charges
        .all()
        .takeWhile(charge -> !charge.dueOn().isAfter(today))
        .filter(charge -> !settlements.isSettled(charge))
        .filter(charge -> settlements.isPaidBefore(charge.dueOn()))
        .map(this::missing);
  }

  private Occasion missing(Charges.Charge charge) {
    List<Integer> afterTheGrace = List.of(-charges.grace(charge));
    return Occasion.of(AlertType.PAYMENT_MISSING, charge.dueOn(), afterTheGrace, charge.amount());
  }

  private Optional<Occasion> end() {
    return Optional.ofNullable(deal().endAsOf(today))
        .map(
            end ->
                Occasion.of(
                    AlertType.SUBSCRIPTION_ENDED,
                    end,
                    leads(AlertType.SUBSCRIPTION_ENDED),
                    Price.of(deal().priceOn(end.minusDays(1))).expected(subscription.bills())));
  }
}
