package dev.perennial.domain.alert;

import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.fold.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One tick's look at a subscriber itself. */
final class OwnPass {

  private final AlertIds ids;
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
        .lastSaid(slot.dueOn(), slot.about(), any -> true)
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
    var spent = watched.spent(account);
    boolean exceeded =
        memory
            .lastSaid(
                watched.period().from(),
                watched.about(),
                said -> said.content().equals(watched.content()))
            .filter(AlertType.BUDGET_EXCEEDED::equals)
            .isPresent();
    if (!exceeded && watched.isExceededBy(spent)) {
      tell(watched.occasion(AlertType.BUDGET_EXCEEDED, spent), tick);
    } else if (exceeded && watched.isRecoveredAt(spent)) {
      tell(watched.occasion(AlertType.BUDGET_RECOVERED, spent), tick);
    }
  }

  /** Only what was not told, and is not quiet, is worth deriving all subscriptions. */
  private void look(DigestPlan plan, DigestPlan.Due due) {
    if (memory.tells(plan.type(), due.period().from(), due.lead())) {
      return;
    }
    if (quiet) {
      held = true;
      return;
    }
    Digest digest = plan.digest(due.period(), account);
    if (!digest.isEmpty()) {
      tell(plan.occasion(due, digest), due.fireAt());
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
    return Stream.of(behindQuietHours, digests, forgetting)
        .flatMap(moments -> moments)
        .min(Instant::compareTo);
  }
}
