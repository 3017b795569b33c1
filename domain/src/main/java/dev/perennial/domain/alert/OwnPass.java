package dev.perennial.domain.alert;

import dev.perennial.domain.Money;
import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.period.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One tick's look at a subscriber itself. */
final class OwnPass {

  private final AlertIds ids;
  private final OwnAnswers answers;
  private final Subscriber subscriber;
  private final Account account;
  private final Instant tick;
  private final LocalDate today;
  private final boolean quiet;
  private final List<AlertRaised> raised = new ArrayList<>();
  private final List<String> voided = new ArrayList<>();
  private OwnAlerts memory;
  private boolean held;

  OwnPass(AlertIds ids, Subscriber subscriber, OwnAlerts before, Account account, Instant tick) {
    this.ids = ids;
    this.answers = new OwnAnswers(ids, subscriber);
    this.subscriber = subscriber;
    this.account = account;
    this.tick = tick;
    this.today = subscriber.today(tick);
    this.quiet = subscriber.isQuiet(tick);
    this.memory = before.toldOn(today);
  }

  SubscriberAlerts run() {
    voidWhatNoLongerHolds();
    WatchedBudget.on(today, subscriber).forEach(this::look);
    DigestPlan.of(subscriber).forEach(plan -> plan.due(tick).forEach(due -> look(plan, due)));
    return new SubscriberAlerts(raised, voided, memory, nextMoment());
  }

  private void voidWhatNoLongerHolds() {
    for (Map.Entry<RaisedAlerts.Slot, OwnAlerts.Raised> entry : memory.slots().entrySet()) {
      RaisedAlerts.Slot slot = entry.getKey();
      OwnAlerts.Raised alert = entry.getValue();
      if (slot.type() == AlertType.BUDGET_EXCEEDED
          && alert.standing()
          && !hasRecovered(slot)
          && !holds(slot, alert)) {
        voided.add(alert.alertId());
        memory = memory.with(slot, alert.voided());
      }
    }
    Collections.sort(voided);
  }

  private boolean hasRecovered(RaisedAlerts.Slot slot) {
    return memory
        .lastSaid(
            other ->
                !other.type().isDigest()
                    && other.dueOn().equals(slot.dueOn())
                    && other.about().equals(slot.about()),
            any -> true)
        .filter(AlertType.BUDGET_RECOVERED::equals)
        .isPresent();
  }

  /** Whether there is still such a budget, and such a period. */
  private boolean holds(RaisedAlerts.Slot slot, OwnAlerts.Raised alert) {
    return subscriber.budgets().stream()
        .map(budget -> new WatchedBudget(budget, subscriber.periods().of(slot.dueOn())))
        .filter(watched -> watched.period().from().equals(slot.dueOn()))
        .filter(watched -> watched.about().equals(slot.about()))
        .anyMatch(watched -> watched.content().equals(alert.content()));
  }

  private void look(WatchedBudget watched) {
    Optional<Instant> quietUntil = answers.quietUntil(memory, watched::isSubjectOf);
    if (quietUntil.filter(tick::isBefore).isPresent()) {
      return;
    }
    Optional<AlertType> last =
        memory.lastSaid(watched::isSubjectOf, said -> said.content().equals(watched.content()));
    boolean wasExceeded = last.filter(AlertType.BUDGET_EXCEEDED::equals).isPresent();
    Money spent = watched.spent(account);
    boolean isExceeded = wasExceeded ? !watched.isRecoveredAt(spent) : watched.isExceededBy(spent);
    if (isExceeded != wasExceeded
        || last.isPresent() && hasWoken(quietUntil, watched::isSubjectOf)) {
      AlertType type = isExceeded ? AlertType.BUDGET_EXCEEDED : AlertType.BUDGET_RECOVERED;
      tell(watched.occasion(type, spent), tick);
    }
  }

  /** Whether a snooze is over, and nothing was said since. */
  private boolean hasWoken(Optional<Instant> quietUntil, Predicate<RaisedAlerts.Slot> same) {
    return quietUntil.filter(moment -> !memory.toldSince(same, moment)).isPresent();
  }

  /** Only what was not told, and is not quiet, is worth deriving all subscriptions. */
  private void look(DigestPlan plan, DigestPlan.Due due) {
    Predicate<RaisedAlerts.Slot> same = slot -> plan.isSubjectOf(slot, due.period());
    Optional<Instant> quietUntil = answers.quietUntil(memory, same);
    boolean woken = hasWoken(quietUntil, same);
    if (quietUntil.filter(tick::isBefore).isPresent()
        || !woken && memory.tells(plan.type(), due.period().from(), due.lead())) {
      return;
    }
    if (quiet) {
      held = true;
      return;
    }
    Digest digest = plan.digest(due.period(), account);
    if (!digest.isEmpty()) {
      Instant fireAt =
          quietUntil.filter(moment -> woken && moment.isAfter(due.fireAt())).orElse(due.fireAt());
      tell(plan.occasion(due, digest), fireAt);
    }
  }

  private void tell(OwnOccasion occasion, Instant fireAt) {
    if (quiet) {
      held = true;
      return;
    }
    RaisedAlerts.Slot slot = occasion.slot();
    int revision = memory.revisionOf(slot);
    String id = ids.of(slot, revision);
    memory =
        memory.with(
            slot,
            new OwnAlerts.Raised(revision, true, id, occasion.said(), occasion.lastDay(), tick));
    raised.add(
        new AlertRaised(
            id,
            occasion.type(),
            ids.subscriber(),
            occasion.content(),
            occasion.dueOn(),
            occasion.lead(),
            (int) Math.max(0, ChronoUnit.DAYS.between(today, occasion.dueOn())),
            revision,
            fireAt,
            tick,
            subscriber.currentZone(),
            subscriber.locale(),
            subscriber.routing(occasion.type().wireName())));
  }

  private Optional<Instant> nextMoment() {
    Stream<Instant> behindQuietHours =
        held ? Stream.of(subscriber.audibleFrom(tick)) : Stream.empty();
    Stream<Instant> digests =
        DigestPlan.of(subscriber).stream().flatMap(plan -> plan.next(tick).stream());
    Stream<Instant> forgetting =
        memory.nextForgotten().stream()
            .map(day -> LocalMoments.startOf(day, subscriber.currentZone()));
    return Stream.of(
            behindQuietHours,
            digests,
            forgetting,
            spentAhead(),
            answers.nextWaking(memory, tick).stream())
        .flatMap(moments -> moments)
        .min(Instant::compareTo);
  }

  /** Who has moved may have paid on a day that its new zone has not reached. */
  private Stream<Instant> spentAhead() {
    if (subscriber.budgets().isEmpty()) {
      return Stream.empty();
    }
    Period next = subscriber.periods().of(subscriber.periods().of(today).until());
    return account.spent(next).in(next).isEmpty()
        ? Stream.empty()
        : Stream.of(LocalMoments.startOf(next.from(), subscriber.currentZone()));
  }
}
