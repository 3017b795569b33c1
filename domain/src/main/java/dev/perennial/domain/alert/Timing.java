package dev.perennial.domain.alert;

import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.fold.DueDates;
import dev.perennial.domain.fold.Subscriber;
import dev.perennial.domain.fold.SubscriptionView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When a subscriber wants to be told of what. */
record Timing(Subscriber subscriber, RenewalLeads renewals) {

  private static final List<Integer> ON_THE_DAY = List.of(0);

  /** A payment's local day may lie a day ahead of today where the subscriber has moved since. */
  private static final List<Integer> AT_ONCE = List.of(1);

  private static final List<Integer> AFTER_A_GRACE =
      IntStream.rangeClosed(1, ChargeOccasions.MAX_GRACE).map(days -> -days).boxed().toList();

  static Timing of(SubscriptionView view, Subscriber subscriber) {
    Optional<Reminders> own = view.dueDates().flatMap(DueDates::reminders);
    AlertType type = AlertType.RENEWAL_UPCOMING;
    List<Integer> wanted =
        own.flatMap(reminders -> Optional.ofNullable(reminders.leads()))
            .orElseGet(() -> leadsOf(subscriber, type));
    CollectionMode collection =
        view.state().map(state -> state.terms().collection()).orElse(CollectionMode.AUTO);
    Optional<Reminders.Repeat> repeat =
        own.flatMap(reminders -> Optional.ofNullable(reminders.repeat()));
    return new Timing(subscriber, RenewalLeads.of(wanted, collection, repeat));
  }

  static List<Integer> leadsOf(Subscriber subscriber, AlertType type) {
    return subscriber.leads(type.wireName()).orElse(type.defaultLeads());
  }

  /** All days before the date by which some occasion of a type may be told. */
  List<Integer> leads(AlertType type) {
    return switch (type) {
      case RENEWAL_UPCOMING -> renewals.all();
      case TRIAL_ENDING, CANCELLATION_DEADLINE, PRICE_CHANGED, DIGEST_WEEKLY, DIGEST_MONTHLY ->
          leadsOf(subscriber, type);
      case PAYMENT_FAILED, PAYMENT_UNEXPECTED, PAYMENT_DUPLICATE -> AT_ONCE;
      case PAYMENT_MISSING -> AFTER_A_GRACE;
      case SUBSCRIPTION_ENDED, BUDGET_EXCEEDED, BUDGET_RECOVERED -> ON_THE_DAY;
    };
  }

  /** The days before its date by which an occasion is told. */
  List<Integer> leads(Occasion occasion, boolean acknowledged) {
    return switch (occasion.when()) {
      case Occasion.AtOnce atOnce -> ON_THE_DAY;
      case Occasion.OnDay day -> List.of(day.lead());
      case Occasion.ByLeads byLeads -> leadsOf(subscriber, occasion.type());
      case Occasion.OfCharge charge -> ofCharge(occasion.type(), charge, acknowledged);
    };
  }

  private List<Integer> ofCharge(AlertType type, Occasion.OfCharge charge, boolean acknowledged) {
    if (type == AlertType.RENEWAL_UPCOMING) {
      return renewals.of(charge, acknowledged);
    }
    return charge.settled() ? List.of() : leadsOf(subscriber, type);
  }

  Instant fireAt(Occasion occasion, int lead) {
    return occasion.when() instanceof Occasion.AtOnce atOnce
        ? atOnce.at()
        : subscriber.alertMoment(occasion.dueOn().minusDays(lead));
  }

  /** Of the leads whose moment has come the one that is nearest to the date, or farthest after. */
  Optional<Integer> newestMissed(Occasion occasion, boolean acknowledged, Instant tick) {
    return leads(occasion, acknowledged).stream()
        .filter(lead -> !fireAt(occasion, lead).isAfter(tick))
        .min(Integer::compare);
  }

  /** The date of the oldest occasion of a type that may be told on a day. */
  LocalDate firstDate(AlertType type, LocalDate today) {
    return today.minusDays(type.daysToldAfter(smallest(type)));
  }

  /** The date of the newest occasion of a type that may be told on a day. */
  LocalDate lastDate(AlertType type, LocalDate today) {
    return today.plusDays(leads(type).stream().mapToInt(lead -> lead).max().orElse(0));
  }

  /** The last day on which the charge, payment or date of an alert may be told of. */
  LocalDate lastDayToTell(AlertType type, LocalDate dueOn) {
    return Stream.of(AlertType.values())
        .filter(other -> other == type || other.sharesSubjectsWith(type))
        .map(other -> dueOn.plusDays(other.daysToldAfter(smallest(other))))
        .max(LocalDate::compareTo)
        .orElse(dueOn);
  }

  private int smallest(AlertType type) {
    return Math.min(0, leads(type).stream().mapToInt(lead -> lead).min().orElse(0));
  }
}
