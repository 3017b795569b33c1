package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One tick's look at one subscription. */
final class Pass {

  private static final Comparator<Occasion> IN_ORDER =
      Comparator.comparing(Occasion::type)
          .thenComparing(Occasion::dueOn)
          .thenComparing(Occasion::about);

  private final SubscriptionView view;
  private final Subscriber subscriber;
  private final Timing timing;
  private final Instant tick;
  private final LocalDate today;
  private final List<AlertRaised> raised = new ArrayList<>();
  private final List<String> voided = new ArrayList<>();
  private RaisedAlerts memory;
  private boolean held;

  Pass(SubscriptionView view, Subscriber subscriber, RaisedAlerts before, Instant tick) {
    this.view = view;
    this.subscriber = subscriber;
    this.timing = Timing.of(view, subscriber);
    this.tick = tick;
    this.today = subscriber.today(tick);
    this.memory = before.toldOn(today, timing);
  }

  Alerts run() {
    List<Occasion> wanted = Occasions.of(view).map(this::wanted).orElse(List.of());
    voidWhatNoLongerHolds(wanted);
    view.state().ifPresent(state -> raise(wanted, state));
    Optional<Instant> heldUntil =
        held ? Optional.of(subscriber.audibleFrom(tick)) : Optional.empty();
    return new Alerts(raised, voided, memory, heldUntil);
  }

  /** As far ahead as something may fire now, or was raised already. */
  private List<Occasion> wanted(Occasions occasions) {
    List<Occasion> wanted = new ArrayList<>();
    occasions
        .scheduled()
        .forEach((type, byDate) -> wanted.addAll(byDate.between(first(type), last(type))));
    AlertType missing = AlertType.PAYMENT_MISSING;
    Occasions.ByDate unpaid = occasions.charges()::missing;
    wanted.addAll(unpaid.between(first(missing), last(missing)));
    wanted.addAll(payments(occasions));
    wanted.sort(IN_ORDER);
    return wanted;
  }

  private List<Occasion> payments(Occasions occasions) {
    LocalDate first = first(AlertType.PAYMENT_FAILED);
    LocalDate last =
        Stream.of(
                AlertType.PAYMENT_FAILED, AlertType.PAYMENT_UNEXPECTED, AlertType.PAYMENT_DUPLICATE)
            .map(this::last)
            .max(LocalDate::compareTo)
            .orElse(today);
    return occasions
        .payments()
        .of(payment -> !payment.paidOn().isBefore(first) && !payment.paidOn().isAfter(last))
        .toList();
  }

  private LocalDate first(AlertType type) {
    return timing.firstDate(type, today);
  }

  private LocalDate last(AlertType type) {
    LocalDate reached = timing.lastDate(type, today);
    return memory.slots().keySet().stream()
        .filter(slot -> slot.type() == type)
        .map(RaisedAlerts.Slot::dueOn)
        .filter(reached::isBefore)
        .max(LocalDate::compareTo)
        .orElse(reached);
  }

  private void voidWhatNoLongerHolds(List<Occasion> wanted) {
    for (Map.Entry<RaisedAlerts.Slot, RaisedAlerts.Raised> entry : memory.slots().entrySet()) {
      RaisedAlerts.Slot slot = entry.getKey();
      RaisedAlerts.Raised alert = entry.getValue();
      boolean holds =
          wanted.stream()
              .anyMatch(
                  occasion -> slot.isAbout(occasion) && alert.content().equals(occasion.content()));
      if (alert.standing() && !holds && !today.isAfter(slot.lastDayToTell())) {
        voided.add(alert.alertId());
        memory = memory.with(slot, alert.voided());
      }
    }
    Collections.sort(voided);
  }

  private void raise(List<Occasion> wanted, SubscriptionState state) {
    AlertIds ids = AlertIds.of(state.key(), view.floor());
    Answers answers = new Answers(ids, subscriber);
    for (Occasion occasion : wanted) {
      timing
          .newestMissed(occasion, answers.isAcknowledged(occasion, memory), tick)
          .map(lead -> slot(occasion, lead))
          .filter(slot -> !today.isAfter(slot.lastDayToTell()))
          .ifPresent(
              slot ->
                  moment(occasion, slot.lead(), answers.quietUntil(occasion, memory))
                      .ifPresent(fireAt -> tell(occasion, slot, fireAt, ids, state)));
    }
  }

  private void tell(
      Occasion occasion,
      RaisedAlerts.Slot slot,
      Instant fireAt,
      AlertIds ids,
      SubscriptionState state) {
    if (subscriber.isQuiet(tick)) {
      held = true;
    } else {
      raise(occasion, slot, fireAt, ids, state);
    }
  }

  private static RaisedAlerts.Slot slot(Occasion occasion, int lead) {
    return new RaisedAlerts.Slot(occasion.type(), occasion.dueOn(), lead, occasion.about());
  }

  /** Since when there is something to tell that was not told; empty if there is nothing. */
  private Optional<Instant> moment(Occasion occasion, int lead, Optional<Instant> quietUntil) {
    if (quietUntil.filter(tick::isBefore).isPresent()) {
      return Optional.empty();
    }
    Instant own = timing.fireAt(occasion, lead);
    Optional<Instant> woken =
        quietUntil
            .filter(moment -> !memory.toldSince(occasion, moment))
            .map(moment -> later(moment, own));
    return woken
        .or(() -> memory.tells(occasion, lead) ? Optional.empty() : Optional.of(own))
        .filter(moment -> view.importedAt().filter(moment::isBefore).isEmpty());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  private void raise(
      Occasion occasion,
      RaisedAlerts.Slot slot,
      Instant fireAt,
      AlertIds ids,
      SubscriptionState state) {
    int revision = memory.revisionOf(slot);
    String id = ids.of(slot, revision);
    memory =
        memory.with(slot, new RaisedAlerts.Raised(revision, true, id, occasion.content(), tick));
    raised.add(
        new AlertRaised(
            id,
            occasion.type(),
            state.key().subscriber(),
            occasion.details().of(state),
            occasion.dueOn(),
            slot.lead(),
            (int) Math.max(0, ChronoUnit.DAYS.between(today, occasion.dueOn())),
            revision,
            fireAt,
            tick,
            state.zone(),
            subscriber.locale(),
            subscriber.routing(occasion.type().wireName())));
  }
}
