package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a subscriber answered to the alerts of one subscription: it names them by their ids. */
record Answers(Subscription subscription, String tenant) {

  /** The name of an alert, as docs/alerts.md has it. */
  static String alertId(
      Subscription subscription, String tenant, Occasion occasion, int lead, int revision) {
    List<String> parts =
        new ArrayList<>(
            List.of(
                tenant,
                subscription.owner().id,
                occasion.type().wireName,
                subscription.id(),
                occasion.dueOn().toString(),
                Integer.toString(lead),
                Integer.toString(revision)));
    Bill bill = occasion.details().bill();
    if (bill != null) {
      parts.add(bill.id());
    }
    return Canonical.alertId(parts);
  }

  boolean isAcknowledged(Occasion occasion) {
    return !owner().acknowledged.isEmpty()
        && ids(occasion).anyMatch(owner().acknowledged::contains);
  }

  /** Whether a tick tells nothing of it. */
  boolean sleeps(Occasion occasion, Instant tick) {
    return wakings(occasion).anyMatch(tick::isBefore);
  }

  /** How often a lead that had come by then was told again. */
  int revision(Occasion occasion, int lead) {
    Instant moment = occasion.fireAt(lead, owner());
    return (int) wakings(occasion).filter(waking -> !waking.isBefore(moment)).count();
  }

  /** When it is told again, once for each of its alerts that was snoozed. */
  private Stream<Instant> wakings(Occasion occasion) {
    return owner().snoozed.isEmpty()
        ? Stream.of()
        : ids(occasion)
            .flatMap(id -> Optional.ofNullable(owner().snoozed.get(id)).stream())
            .map(this::waking);
  }

  private Instant waking(LocalDate until) {
    return owner().fireAt(until, 0);
  }

  /** Every name that an alert of it may have had. */
  private Stream<String> ids(Occasion occasion) {
    return occasion.leads().stream()
        .flatMap(
            lead ->
                IntStream.rangeClosed(0, owner().snoozed.size())
                    .mapToObj(revision -> alertId(subscription, tenant, occasion, lead, revision)));
  }

  private Owner owner() {
    return subscription.owner();
  }
}
