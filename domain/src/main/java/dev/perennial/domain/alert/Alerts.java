package dev.perennial.domain.alert;

import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionState;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a tick raises and voids for one subscription. An alert fires while {@code fireAt <= tick}
 * and the last day for telling it has not ended; after an outage only the newest missed lead fires,
 * with the days that are truly left.
 *
 * @param voided ids of standing alerts that no longer hold
 * @param next what to remember
 */
public record Alerts(List<AlertRaised> raised, List<String> voided, RaisedAlerts next) {

  private static final Comparator<Occasion> IN_ORDER =
      Comparator.comparing(Occasion::type)
          .thenComparing(Occasion::dueOn)
          .thenComparing(Occasion::about);

  public Alerts {
    raised = List.copyOf(raised);
    voided = List.copyOf(voided);
  }

  public static Alerts at(
      SubscriptionView view, Subscriber subscriber, RaisedAlerts before, Instant tick) {
    LocalDate today = subscriber.today(tick);
    Pass pass = new Pass(subscriber, tick, today, before.toldOn(today));
    pass.run(view);
    return new Alerts(pass.raised, pass.voided, pass.memory);
  }

  /** The next alert that fires if nothing changes; of those at one moment the first by name. */
  public static Optional<ScheduledAlert> scheduled(
      SubscriptionView view, Subscriber subscriber, Instant now) {
    return Occasions.of(view)
        .flatMap(
            occasions -> {
              Timing timing = Timing.of(subscriber, view.dueDates().orElseThrow());
              return occasions.scheduled().entrySet().stream()
                  .flatMap(
                      entry ->
                          timing.leads(entry.getKey()).stream()
                              .flatMap(
                                  lead ->
                                      timing
                                          .next(entry.getKey(), lead, entry.getValue(), now)
                                          .stream()))
                  .min(ScheduledAlert.SOONEST_FIRST);
            });
  }

  /**
   * When a tick may raise something if nothing changes: also what is told at once is not told by a
   * clock that has not come so far yet.
   *
   * @param scheduled what {@link #scheduled} says of the same view and moment
   */
  public static Optional<Instant> nextMoment(
      SubscriptionView view, Optional<ScheduledAlert> scheduled, Instant now) {
    Stream<Instant> failures =
        Occasions.of(view).stream()
            .flatMap(occasions -> occasions.failures(LocalDate.MIN, LocalDate.MAX))
            .flatMap(occasion -> Optional.ofNullable(occasion.at()).stream())
            .filter(at -> at.isAfter(now));
    return Stream.concat(scheduled.map(ScheduledAlert::fireAt).stream(), failures)
        .min(Instant::compareTo);
  }

  private static final class Pass {

    private final Subscriber subscriber;
    private final Instant tick;
    private final LocalDate today;
    private final List<AlertRaised> raised = new ArrayList<>();
    private final List<String> voided = new ArrayList<>();
    private RaisedAlerts memory;

    Pass(Subscriber subscriber, Instant tick, LocalDate today, RaisedAlerts memory) {
      this.subscriber = subscriber;
      this.tick = tick;
      this.today = today;
      this.memory = memory;
    }

    void run(SubscriptionView view) {
      Optional<Occasions> occasions = Occasions.of(view);
      if (occasions.isEmpty()) {
        voidWhatNoLongerHolds(List.of());
        return;
      }
      Timing timing = Timing.of(subscriber, view.dueDates().orElseThrow());
      List<Occasion> wanted = wanted(occasions.get(), timing);
      voidWhatNoLongerHolds(wanted);
      wanted.stream()
          .filter(occasion -> !today.isAfter(occasion.lastDayToTell()))
          .forEach(occasion -> raise(occasion, timing, view.state().orElseThrow()));
    }

    /** As far ahead as something may fire now, or was raised already. */
    private List<Occasion> wanted(Occasions occasions, Timing timing) {
      List<Occasion> wanted = new ArrayList<>();
      for (Map.Entry<AlertType, Occasions.ByDate> entry : occasions.scheduled().entrySet()) {
        AlertType type = entry.getKey();
        LocalDate first = today.minusDays(type.daysToldAfter());
        wanted.addAll(entry.getValue().between(first, lastDate(type, timing.leads(type))));
      }
      AlertType failed = AlertType.PAYMENT_FAILED;
      LocalDate first = today.minusDays(failed.daysToldAfter());
      occasions.failures(first, lastDate(failed, List.of(1))).forEach(wanted::add);
      wanted.sort(IN_ORDER);
      return wanted;
    }

    private LocalDate lastDate(AlertType type, Collection<Integer> leads) {
      LocalDate reached = today.plusDays(leads.isEmpty() ? 0 : Collections.max(leads));
      return Stream.concat(
              Stream.of(reached),
              memory.slots().keySet().stream()
                  .filter(slot -> slot.type() == type)
                  .map(RaisedAlerts.Slot::dueOn))
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
                    occasion ->
                        slot.isAbout(occasion) && alert.content().equals(occasion.content()));
        if (alert.standing() && !holds) {
          voided.add(alert.alertId());
          memory = memory.with(slot, alert.voided());
        }
      }
      Collections.sort(voided);
    }

    private void raise(Occasion occasion, Timing timing, SubscriptionState state) {
      timing
          .newestMissed(occasion, tick)
          .map(
              lead ->
                  new RaisedAlerts.Slot(occasion.type(), occasion.dueOn(), lead, occasion.about()))
          .filter(slot -> !memory.isStanding(slot))
          .ifPresent(slot -> raise(occasion, slot, timing, state));
    }

    private void raise(
        Occasion occasion, RaisedAlerts.Slot slot, Timing timing, SubscriptionState state) {
      int revision = memory.revisionOf(slot);
      String id = AlertIds.of(state.key(), slot, revision);
      memory = memory.with(slot, new RaisedAlerts.Raised(revision, true, id, occasion.content()));
      raised.add(
          new AlertRaised(
              id,
              occasion.type(),
              state,
              occasion.dueOn(),
              slot.lead(),
              (int) Math.max(0, ChronoUnit.DAYS.between(today, occasion.dueOn())),
              occasion.amount(),
              occasion.previousAmount(),
              occasion.renewalOn(),
              occasion.paymentId(),
              null,
              null,
              revision,
              timing.fireAt(occasion, slot.lead()),
              tick,
              subscriber.locale(),
              subscriber.routing(occasion.type().wireName())));
    }
  }
}
