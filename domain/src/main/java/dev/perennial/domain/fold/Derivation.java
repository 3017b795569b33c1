package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.exchange.Exchange;
import dev.perennial.domain.exchange.RateTable;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Derives what a set of facts says at a moment. A pure function: the same set and moment give the
 * same view, whatever order the facts came in.
 */
public final class Derivation {

  /** The category of what has none, or whose subscription is not known yet. */
  public static final String UNCATEGORISED = "uncategorised";

  private final SubscriptionKey key;
  private final Subscriber subscriber;
  private final LocalDate today;
  private final Floor floor;
  private final FactLog log;
  private final List<Fact> counted;
  private final Withdrawals withdrawals;
  private final Agreement agreement;
  private final Circumstances circumstances;
  private final List<Payment> payments;
  private final Estimate estimate;
  private final Optional<DueDates> dueDates;

  private Derivation(
      SubscriptionKey key,
      FactLog all,
      Floor floor,
      Subscriber subscriber,
      RateTable rates,
      Instant asOf) {
    this.key = requireNonNull(key, "key");
    this.subscriber = requireNonNull(subscriber, "subscriber");
    this.floor = requireNonNull(floor, "floor");
    this.log = all.after(floor);
    this.today = subscriber.today(requireNonNull(asOf, "asOf"));
    List<Fact> lastOfEachId = log.counted();
    this.withdrawals = Withdrawals.of(lastOfEachId, subscriber);
    this.counted =
        lastOfEachId.stream().filter(fact -> !withdrawals.withdrawn().contains(fact)).toList();
    this.agreement = Agreement.of(counted, subscriber);
    this.circumstances = new Circumstances(subscriber, agreement, new Exchange(rates));
    List<Payment> paid = Payments.of(counted, circumstances);
    this.estimate = new Estimate(paid);
    this.dueDates =
        agreement.isStarted()
            ? Optional.of(new DueDates(agreement, estimate, today))
            : Optional.empty();
    this.payments = dueDates.map(dates -> PaymentMatching.matched(paid, dates)).orElse(paid);
  }

  /**
   * @param asOf the business clock: dated changes up to its local day are in force
   */
  public static SubscriptionView derive(
      SubscriptionKey key, FactLog log, Subscriber subscriber, Instant asOf) {
    return derive(key, log, Floor.none(), subscriber, asOf);
  }

  /** As where no exchange rate is known. */
  public static SubscriptionView derive(
      SubscriptionKey key, FactLog log, Floor floor, Subscriber subscriber, Instant asOf) {
    return derive(key, log, floor, subscriber, RateTable.none(), asOf);
  }

  /**
   * @param floor facts up to it say nothing, and alerts raised above it have names of their own
   * @param rates asked only for payments in another currency than the subscriber's or the tenant's
   */
  public static SubscriptionView derive(
      SubscriptionKey key,
      FactLog log,
      Floor floor,
      Subscriber subscriber,
      RateTable rates,
      Instant asOf) {
    return new Derivation(key, log, floor, subscriber, rates, asOf).view();
  }

  private SubscriptionView view() {
    Optional<RunRates> runRates =
        dueDates.map(dates -> new RunRates(agreement, estimate, circumstances, today));
    Optional<SubscriptionState> state =
        dueDates.flatMap(dates -> runRates.map(rates -> state(dates, rates)));
    return new SubscriptionView(
        state,
        payments,
        PaymentMatching.of(payments),
        statuses(),
        dueDates,
        floor,
        log.importedAt(),
        state.flatMap(this::nextTurn),
        runRates.map(RunRates::movements).orElse(List.of()));
  }

  private SubscriptionState state(DueDates dates, RunRates runRates) {
    SubscriptionStatus status = status();
    return new SubscriptionState(
        key,
        requireNonNull(agreement.names.at(today)),
        agreement.vendors.at(today),
        circumstances.categoryOn(today),
        agreement.urls.at(today),
        orEmpty(agreement.tags.at(today)),
        status,
        terms(),
        subscriber.currentZone(),
        agreement.trialEnds().orElse(null),
        agreement.endAsOf(today).orElse(null),
        agreement.life.pauseOn(today).map(Life.Pause::until).orElse(null),
        cancelBy(status, dates),
        dates.onOrAfter(today).orElse(null),
        new SubscriptionState.Spending(runRates.on(today).orElse(null), lifetime(), lastPayment()),
        new Ahead(agreement, estimate, dates, today).outlook(status));
  }

  private SubscriptionState.Terms terms() {
    return new SubscriptionState.Terms(
        priceToday(),
        agreement.billingOn(today),
        orAuto(agreement.collections.at(today)),
        agreement.occurrences.at(today),
        agreement.notices.at(today),
        agreement.priceHistory(),
        agreement.shares.at(today));
  }

  private Price priceToday() {
    return requireNonNull(agreement.prices.at(today));
  }

  private SubscriptionState.@Nullable CancelBy cancelBy(SubscriptionStatus status, DueDates dates) {
    return status == SubscriptionStatus.ENDED ? null : dates.cancelBy(today).orElse(null);
  }

  private List<Money> lifetime() {
    Map<String, Money> sums = new TreeMap<>();
    payments.stream()
        .flatMap(Payment::contributions)
        .map(Contribution::amount)
        .forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
    return sums.values().stream().filter(sum -> !sum.isZero()).toList();
  }

  private SubscriptionStatus status() {
    if (agreement.endAsOf(today).filter(end -> !today.isBefore(end)).isPresent()) {
      return SubscriptionStatus.ENDED;
    }
    if (agreement.life.pauseOn(today).isPresent()) {
      return SubscriptionStatus.PAUSED;
    }
    if (agreement.life.cancellation().isPresent()) {
      return SubscriptionStatus.CANCELLED;
    }
    if (lastAttemptFailed()) {
      return SubscriptionStatus.PAST_DUE;
    }
    return agreement.trialEnds().filter(today::isBefore).isPresent()
        ? SubscriptionStatus.TRIALING
        : SubscriptionStatus.ACTIVE;
  }

  private boolean lastAttemptFailed() {
    return payments.reversed().stream()
        .map(Payment::outcome)
        .filter(outcome -> outcome != Payment.Outcome.VOIDED)
        .findFirst()
        .filter(Payment.Outcome.FAILED::equals)
        .isPresent();
  }

  private SubscriptionState.@Nullable LastPayment lastPayment() {
    return payments.reversed().stream()
        .filter(Payment::succeeded)
        .findFirst()
        .map(payment -> new SubscriptionState.LastPayment(payment.paidAt(), payment.amount()))
        .orElse(null);
  }

  private Optional<Instant> nextTurn(SubscriptionState state) {
    TreeSet<LocalDate> days = agreement.turningDays(today);
    if (state.nextRenewal() != null) {
      days.add(state.nextRenewal().dueOn().plusDays(1));
    }
    if (state.cancelBy() != null) {
      days.add(state.cancelBy().on().plusDays(1));
    }
    state.outlook().turns().forEach(days::add);
    return Optional.ofNullable(days.higher(today))
        .map(day -> LocalMoments.startOf(day, subscriber.currentZone()));
  }

  private List<FactStatus> statuses() {
    Outcomes outcomes = new Outcomes(counted, payments, dueDates, withdrawals);
    return log.facts().stream().map(outcomes::of).toList();
  }

  private static List<String> orEmpty(@Nullable List<String> tags) {
    return tags == null ? List.of() : tags;
  }

  private static CollectionMode orAuto(@Nullable CollectionMode mode) {
    return mode == null ? CollectionMode.AUTO : mode;
  }
}
