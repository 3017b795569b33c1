package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The next alert that is to fire. */
record NextAlert(Instant fireAt, AlertType type, LocalDate dueOn, int lead) {

  private static final Comparator<NextAlert> ORDER =
      Comparator.comparing(NextAlert::fireAt)
          .thenComparing(next -> next.type().wireName)
          .thenComparing(NextAlert::dueOn)
          .thenComparing(Comparator.comparing(NextAlert::lead).reversed());

  /** Looks for each type and lead at the occasions one after the other. */
  static Optional<NextAlert> of(Subscription subscription) {
    Occasions occasions = new Occasions(subscription, subscription.today());
    return AlertType.OF_SUBSCRIPTIONS.stream()
        .filter(AlertType::isScheduled)
        .flatMap(
            type ->
                occasions.leads(type).stream()
                    .filter(lead -> lead >= 0)
                    .flatMap(lead -> first(subscription, occasions.of(type), lead).stream()))
        .min(ORDER);
  }

  private static Optional<NextAlert> first(
      Subscription subscription, Stream<Occasion> occasions, int lead) {
    return occasions
        .filter(occasion -> occasion.leads().contains(lead))
        .map(
            occasion ->
                new NextAlert(
                    occasion.fireAt(lead, subscription.owner()),
                    occasion.type(),
                    occasion.dueOn(),
                    lead))
        .filter(next -> next.fireAt().isAfter(subscription.now()))
        .filter(next -> !subscription.wasImportedAfter(next.fireAt()))
        .findFirst();
  }

  Map<String, Object> document() {
    return Document.map("type", type.wireName, "fireAt", fireAt, "dueOn", dueOn, "lead", lead);
  }
}
