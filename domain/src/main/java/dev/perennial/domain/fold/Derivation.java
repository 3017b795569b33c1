package dev.perennial.domain.fold;

import static java.util.Objects.requireNonNull;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.PaymentRefunded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
  private final Instant asOf;
  private final LocalDate today;
  private final FactLog log;
  private final List<Fact> counted;
  private final Agreement agreement;

  private Derivation(SubscriptionKey key, FactLog log, Subscriber subscriber, Instant asOf) {
    this.key = requireNonNull(key, "key");
    this.subscriber = requireNonNull(subscriber, "subscriber");
    this.asOf = requireNonNull(asOf, "asOf");
    this.log = requireNonNull(log, "log");
    this.today = subscriber.today(asOf);
    this.counted = log.counted();
    this.agreement = Agreement.of(counted, subscriber);
  }

  /**
   * @param asOf the business clock: dated changes up to its local day are in force
   */
  public static SubscriptionView derive(
      SubscriptionKey key, FactLog log, Subscriber subscriber, Instant asOf) {
    return new Derivation(key, log, subscriber, asOf).view();
  }

  private SubscriptionView view() {
    List<Payment> payments = Payments.of(counted, subscriber, this::categoryOn);
    if (!agreement.isStarted()) {
      return new SubscriptionView(
          Optional.empty(), payments, statuses(payments), Optional.empty(), Optional.empty());
    }
    DueDates dueDates = new DueDates(agreement, subscriber, today);
    SubscriptionState state = state(payments, dueDates);
    return new SubscriptionView(
        Optional.of(state), payments, statuses(payments), Optional.of(dueDates), nextMoment(state));
  }

  private SubscriptionState state(List<Payment> payments, DueDates dueDates) {
    return new SubscriptionState(
        key,
        requireNonNull(agreement.names.at(today)),
        agreement.vendors.at(today),
        categoryOn(today),
        agreement.urls.at(today),
        orEmpty(agreement.tags.at(today)),
        statusOn(payments),
        requireNonNull(agreement.prices.at(today)),
        agreement.billingOn(today),
        orAuto(agreement.collections.at(today)),
        subscriber.currentZone(),
        agreement.trialEnds().orElse(null),
        agreement.endAsOf(today).orElse(null),
        agreement.life.pauseOn(today).map(Life.Pause::until).orElse(null),
        dueDates
            .onOrAfter(today)
            .map(due -> new SubscriptionState.Renewal(due, dueDates.amountOn(due)))
            .orElse(null),
        dueDates.nextAlertAfter(asOf).orElse(null),
        lastPayment(payments));
  }

  private SubscriptionStatus statusOn(List<Payment> payments) {
    if (agreement.endAsOf(today).filter(end -> !today.isBefore(end)).isPresent()) {
      return SubscriptionStatus.ENDED;
    }
    if (agreement.life.pauseOn(today).isPresent()) {
      return SubscriptionStatus.PAUSED;
    }
    if (agreement.life.cancelledFrom().isPresent()) {
      return SubscriptionStatus.CANCELLED;
    }
    if (!payments.isEmpty() && !payments.getLast().succeeded()) {
      return SubscriptionStatus.PAST_DUE;
    }
    return agreement.trialEnds().filter(today::isBefore).isPresent()
        ? SubscriptionStatus.TRIALING
        : SubscriptionStatus.ACTIVE;
  }

  private String categoryOn(LocalDate day) {
    String category = agreement.isStarted() ? agreement.categories.at(day) : null;
    return category == null ? UNCATEGORISED : category;
  }

  private static SubscriptionState.@Nullable LastPayment lastPayment(List<Payment> payments) {
    return payments.reversed().stream()
        .filter(Payment::succeeded)
        .findFirst()
        .map(payment -> new SubscriptionState.LastPayment(payment.paidAt(), payment.amount()))
        .orElse(null);
  }

  private Optional<Instant> nextMoment(SubscriptionState state) {
    TreeSet<LocalDate> days = agreement.turningDays(today);
    if (state.nextRenewal() != null) {
      days.add(state.nextRenewal().dueOn().plusDays(1));
    }
    Stream<Instant> turn =
        Optional.ofNullable(days.higher(today)).stream()
            .map(day -> LocalMoments.startOf(day, subscriber.currentZone()));
    Stream<Instant> alert =
        Optional.ofNullable(state.nextAlert()).stream()
            .map(SubscriptionState.ScheduledAlert::fireAt);
    return Stream.concat(turn, alert).min(Instant::compareTo);
  }

  private List<FactStatus> statuses(List<Payment> payments) {
    Set<Fact> counting = new HashSet<>(counted);
    Set<String> known = payments.stream().map(Payment::paymentId).collect(Collectors.toSet());
    return log.facts().stream()
        .map(fact -> new FactStatus(fact, outcome(fact, counting, known)))
        .toList();
  }

  private FactStatus.Outcome outcome(Fact fact, Set<Fact> counting, Set<String> knownPayments) {
    if (!counting.contains(fact)) {
      return FactStatus.Outcome.SUPERSEDED;
    }
    boolean waits =
        !agreement.isStarted()
            || (fact.data() instanceof PaymentRefunded refund
                && !knownPayments.contains(refund.paymentId()));
    return waits ? FactStatus.Outcome.WAITING : FactStatus.Outcome.APPLIED;
  }

  private static List<String> orEmpty(@Nullable List<String> tags) {
    return tags == null ? List.of() : tags;
  }

  private static CollectionMode orAuto(@Nullable CollectionMode mode) {
    return mode == null ? CollectionMode.AUTO : mode;
  }
}
