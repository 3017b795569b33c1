package dev.perennial.domain.preview;

import dev.perennial.domain.SubscriptionKey;
import dev.perennial.domain.alert.AlertRaised;
import dev.perennial.domain.alert.Alerts;
import dev.perennial.domain.alert.RaisedAlerts;
import dev.perennial.domain.alert.ScheduledAlert;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.fold.Derivation;
import dev.perennial.domain.fold.FactLog;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One subscription of a preview.
 *
 * @param view as it stands at the beginning
 * @param charges what is due in the span, by date
 * @param alerts what would be told in it, at the moments of their {@code raisedAt}
 */
public record SubscriptionPreview(
    SubscriptionKey key, SubscriptionView view, List<Charge> charges, List<AlertRaised> alerts) {

  public SubscriptionPreview {
    charges = List.copyOf(charges);
    alerts = List.copyOf(alerts);
  }

  static SubscriptionPreview of(
      SubscriptionKey key, FactLog log, Subscriber subscriber, Instant from, int days) {
    SubscriptionView view = Derivation.derive(key, log, subscriber, from);
    LocalDate today = subscriber.today(from);
    List<Charge> charges =
        view.dueDates()
            .map(dueDates -> dueDates.between(today, today.plusDays(days)))
            .orElse(List.of());
    Instant until = from.plus(days, ChronoUnit.DAYS);
    return new SubscriptionPreview(key, view, charges, alerts(key, log, subscriber, from, until));
  }

  /** As a clock would that ticks at every moment at which an alert fires, and at no other. */
  private static List<AlertRaised> alerts(
      SubscriptionKey key, FactLog log, Subscriber subscriber, Instant from, Instant until) {
    List<AlertRaised> told = new ArrayList<>();
    RaisedAlerts memory = RaisedAlerts.none();
    Optional<Instant> tick = Optional.of(from);
    while (tick.isPresent() && !tick.get().isAfter(until)) {
      SubscriptionView view = Derivation.derive(key, log, subscriber, tick.get());
      Alerts alerts = Alerts.at(view, subscriber, memory, tick.get());
      told.addAll(alerts.raised());
      memory = alerts.next();
      Optional<ScheduledAlert> next = Alerts.scheduled(view, subscriber, tick.get());
      tick = Alerts.nextMoment(view, next, tick.get());
    }
    return told;
  }
}
