package dev.perennial.domain.alert;

import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.Subscriber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** When a subscriber wants to be told of what. */
record Timing(Subscriber subscriber, Optional<List<Integer>> ownRenewalLeads) {

  private static final List<Integer> ON_THE_DAY = List.of(0);

  static Timing of(Subscriber subscriber, DueDates dueDates) {
    return new Timing(
        subscriber, dueDates.reminders().flatMap(own -> Optional.ofNullable(own.leads())));
  }

  /** Days before the date; the subscription's own before the subscriber's before the defaults. */
  List<Integer> leads(AlertType type) {
    if (!type.hasLeads()) {
      return ON_THE_DAY;
    }
    return ownLeads(type).or(() -> subscriber.leads(type.wireName())).orElse(type.defaultLeads());
  }

  private Optional<List<Integer>> ownLeads(AlertType type) {
    return type == AlertType.RENEWAL_UPCOMING ? ownRenewalLeads : Optional.empty();
  }

  Instant fireAt(Occasion occasion, int lead) {
    return occasion.at() == null ? fireAt(occasion.dueOn(), lead) : occasion.at();
  }

  private Instant fireAt(LocalDate dueOn, int lead) {
    return LocalMoments.at(dueOn.minusDays(lead), subscriber.alertTime(), subscriber.currentZone());
  }

  /** Of the leads whose moment has come the one that is nearest to the date. */
  Optional<Integer> newestMissed(Occasion occasion, Instant tick) {
    return leads(occasion.type()).stream()
        .filter(lead -> !fireAt(occasion, lead).isAfter(tick))
        .min(Integer::compare);
  }

  /** The first alert of a type and lead that fires after a moment. */
  Optional<ScheduledAlert> next(AlertType type, int lead, Occasions.ByDate occasions, Instant now) {
    LocalDate first = subscriber.today(now).plusDays(lead);
    return occasions
        .onOrAfter(first)
        .filter(occasion -> fireAt(occasion, lead).isAfter(now))
        .or(() -> occasions.onOrAfter(first.plusDays(1)))
        .map(occasion -> new ScheduledAlert(type, fireAt(occasion, lead), occasion.dueOn(), lead));
  }
}
