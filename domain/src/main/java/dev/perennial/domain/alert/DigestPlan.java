package dev.perennial.domain.alert;

import dev.perennial.domain.Money;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.forecast.DueCharge;
import dev.perennial.domain.forecast.Forecast;
import dev.perennial.domain.forecast.Horizon;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a subscriber is to have a digest, and of what. */
record DigestPlan(AlertType type, PeriodRule periods, Subscriber subscriber) {

  private static final PeriodRule WEEKS = new PeriodRule.Weekly(1, LocalDate.of(1970, 1, 5));

  private static final Comparator<Digest.Charge> IN_ORDER =
      Comparator.comparing(Digest.Charge::dueOn).thenComparing(Digest.Charge::subscriptionId);

  /** Those of a subscriber, asked for or not. */
  static List<DigestPlan> of(Subscriber subscriber) {
    return List.of(
        new DigestPlan(AlertType.DIGEST_WEEKLY, WEEKS, subscriber),
        new DigestPlan(AlertType.DIGEST_MONTHLY, subscriber.periods(), subscriber));
  }

  boolean isWanted() {
    return !leads().isEmpty();
  }

  /** In days, each at most as long as a week, or as every period's month. */
  private List<Integer> leads() {
    return Timing.leadsOf(subscriber, type);
  }

  /**
   * A digest whose moment has come.
   *
   * @param lead of those that were missed the newest
   */
  record Due(Period period, int lead, Instant fireAt) {}

  /** What may be told at a tick, whether or not there is anything to tell. */
  List<Due> due(Instant tick) {
    LocalDate today = subscriber.today(tick);
    int longest = leads().stream().mapToInt(lead -> lead).max().orElse(-1);
    List<Due> due = new ArrayList<>();
    Period period = startingFrom(today);
    while (!period.from().isAfter(today.plusDays(longest))) {
      newestMissed(period, tick).ifPresent(due::add);
      period = periods.of(period.until());
    }
    return due;
  }

  private Optional<Due> newestMissed(Period period, Instant tick) {
    return leads().stream()
        .map(lead -> new Due(period, lead, fireAt(period, lead)))
        .filter(due -> !due.fireAt().isAfter(tick))
        .min(Comparator.comparingInt(Due::lead));
  }

  /** The next moment behind a tick. */
  Optional<Instant> next(Instant tick) {
    LocalDate today = subscriber.today(tick);
    return leads().stream()
        .flatMap(
            lead -> {
              Period period = startingFrom(today.plusDays(lead));
              return Stream.of(period, periods.of(period.until()))
                  .map(each -> fireAt(each, lead))
                  .filter(tick::isBefore);
            })
        .min(Instant::compareTo);
  }

  private Instant fireAt(Period period, int lead) {
    return subscriber.alertMoment(period.from().minusDays(lead));
  }

  /** The first period that starts on a day or later. */
  private Period startingFrom(LocalDate day) {
    Period period = periods.of(day);
    return period.from().equals(day) ? period : periods.of(period.until());
  }

  Digest digest(Period period, Account account) {
    List<Digest.Charge> charges =
        account.subscriptions().stream()
            .flatMap(subscription -> charges(subscription, period))
            .sorted(IN_ORDER)
            .toList();
    Period before = periods.before(period);
    return new Digest(
        period,
        charges.stream().limit(Digest.MOST_CHARGES).toList(),
        charges.size(),
        Money.added(charges.stream().map(Digest.Charge::amount)),
        account.spent(before).in(before));
  }

  private static Stream<Digest.Charge> charges(Account.Subscribed subscription, Period period) {
    Horizon horizon = new Horizon(period.from(), period.until());
    return Forecast.of(subscription.outlook(), horizon).charges().stream()
        .map(charge -> charge(subscription, charge));
  }

  private static Digest.Charge charge(Account.Subscribed subscription, DueCharge charge) {
    return new Digest.Charge(
        subscription.subscriptionId(),
        subscription.name(),
        charge.dueOn(),
        charge.amount(),
        charge.estimated());
  }

  /** Whether an alert was the same digest, by whatever lead. */
  boolean isSubjectOf(RaisedAlerts.Slot slot, Period period) {
    return slot.type() == type && slot.dueOn().equals(period.from());
  }

  OwnOccasion occasion(Due due, Digest digest) {
    return new OwnOccasion(
        type, due.period().from(), due.lead(), new AlertContent.OfDigest(digest));
  }
}
