package dev.perennial.domain.preview;

import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Floor;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A subscription's facts, and what they would do over a span of time. */
record SubscriptionSpan(SubscriptionKey key, FactLog log, Floor floor, Subscriber subscriber) {

  SubscriptionPreview preview(Instant from, int days) {
    SubscriptionView view = view(from);
    LocalDate today = subscriber.today(from);
    List<Charge> charges =
        view.dueDates()
            .map(dueDates -> dueDates.between(today, today.plusDays(days)))
            .orElse(List.of());
    Instant until = from.plus(days, ChronoUnit.DAYS);
    return new SubscriptionPreview(key, view, charges, alerts(from, until));
  }

  /** As a clock would that ticks at every moment at which an alert fires, and at no other. */
  private List<AlertRaised> alerts(Instant from, Instant until) {
    List<AlertRaised> told = new ArrayList<>();
    RaisedAlerts memory = RaisedAlerts.none();
    Optional<Instant> tick = Optional.of(from);
    while (tick.isPresent() && !tick.get().isAfter(until)) {
      SubscriptionView view = view(tick.get());
      Alerts alerts = Alerts.at(view, subscriber, memory, tick.get());
      told.addAll(alerts.raised());
      memory = alerts.next();
      Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, tick.get());
      tick =
          Stream.of(
                  Alerts.nextMoment(view, subscriber, memory, next, tick.get()), alerts.heldUntil())
              .flatMap(Optional::stream)
              .min(Instant::compareTo);
    }
    return told;
  }

  private SubscriptionView view(Instant now) {
    return Derivation.derive(key, log, floor, subscriber, now);
  }
}
