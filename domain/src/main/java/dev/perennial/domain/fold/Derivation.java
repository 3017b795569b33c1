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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
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
  private final PaymentMatching matching;

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
    this.matching = PaymentMatching.of(payments);
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
    Optional<Expectation> expectation = dueDates.flatMap(dates -> expectation(status(), dates));
    Optional<SubscriptionState> state =
        dueDates.flatMap(dates -> runRates.map(rates -> state(dates, rates, expectation)));
    return new SubscriptionView(
        state,
        payments,
        matching,
        statuses(),
        dueDates,
        floor,
        log.importedAt(),
        state.flatMap(known -> nextTurn(known, expectation)),
        runRates.map(RunRates::movements).orElse(List.of()));
  }

  private SubscriptionState state(
      DueDates dates, RunRates runRates, Optional<Expectation> expectation) {
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
        expectation.map(expected -> expected.on(today)).orElse(null),
        new SubscriptionState.Spending(
            runRates.on(today).orElse(null), lifetime(), lastPayment(), paidSince()),
        subscriber.periodRule().orElse(null),
        new WholeOutlook(agreement, estimate, dates, today).outlook());
  }

  private Optional<Expectation> expectation(SubscriptionStatus status, DueDates dates) {
    return status == SubscriptionStatus.ENDED
        ? Optional.empty()
        : Expectation.of(dates, matching, collection(), today);
  }

  private SubscriptionState.Terms terms() {
    Price price = priceToday();
    return new SubscriptionState.Terms(
        price,
        agreement.billingOn(today),
        collection(),
        agreement.occurrences.at(today),
        agreement.notices.at(today),
        agreement.priceHistory(),
        agreement.shares.at(today),
        price.kind() == Price.Kind.VARIABLE ? estimate.amountOf(price) : null);
  }

  private CollectionMode collection() {
    CollectionMode mode = agreement.collections.at(today);
    return mode == null ? CollectionMode.AUTO : mode;
  }

  private Price priceToday() {
    return requireNonNull(agreement.prices.at(today));
  }

  private SubscriptionState.@Nullable CancelBy cancelBy(SubscriptionStatus status, DueDates dates) {
    return status == SubscriptionStatus.ENDED ? null : dates.cancelBy(today).orElse(null);
  }

  private List<Money> lifetime() {
    Stream<Money> paid =
        payments.stream().flatMap(Payment::contributions).map(Contribution::amount);
    return Money.added(paid).stream().filter(sum -> !sum.isZero()).toList();
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

  private @Nullable LocalDate paidSince() {
    return payments.stream()
        .filter(Payment::succeeded)
        .map(Payment::paidOn)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private Optional<Instant> nextTurn(SubscriptionState state, Optional<Expectation> expectation) {
    TreeSet<LocalDate> days = agreement.turningDays(today);
    if (state.nextRenewal() != null) {
      days.add(state.nextRenewal().dueOn().plusDays(1));
    }
    if (state.cancelBy() != null) {
      days.add(state.cancelBy().on().plusDays(1));
    }
    expectation.ifPresent(expected -> days.addAll(expected.turningDays()));
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
}
