package dev.perennial.standalone.oracle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was told of one subscription or of all of a subscriber, and what was answered. An alert is
 * answered by its id, once it was raised.
 */
final class Answers {

  /**
   * One telling of an occasion.
   *
   * @param lead days before the occasion's day, below 0 after it; 0 where there are none
   * @param revision how often it was told before, and is told again
   * @param fireAt when it was to be told
   */
  record Turn(int lead, int revision, Instant fireAt) {}

  private final List<Raised> told = new ArrayList<>();

  void add(Raised alert) {
    told.add(alert);
  }

  /** How the newest lead is told that has come, where it is to be told at a tick. */
  Optional<Turn> newestMissed(Matter matter, Owner owner, Instant tick) {
    if (sleeps(matter, owner, tick)) {
      return Optional.empty();
    }
    LocalDate today = owner.today(tick);
    return leads(matter, owner).stream()
        .filter(lead -> !matter.fireAt(lead, owner).isAfter(tick))
        .min(Integer::compare)
        .filter(lead -> !matter.toldUntil(lead).isBefore(today))
        .flatMap(lead -> nextTurn(matter, lead, owner, tick));
  }

  private List<Integer> leads(Matter matter, Owner owner) {
    List<Integer> leads = new ArrayList<>(matter.leads());
    if (isAcknowledged(matter, owner)) {
      leads.removeAll(matter.repeated());
    }
    return leads;
  }

  private boolean isAcknowledged(Matter matter, Owner owner) {
    return of(matter).anyMatch(alert -> owner.acknowledged.contains(alert.id()));
  }

  /** What was told last of a charge, a payment, a date or a budget. */
  Optional<Raised> last(String subject) {
    return told.stream()
        .filter(alert -> alert.matter().subject().equals(subject))
        .reduce((first, second) -> second);
  }

  /** Whether something of the same charge, payment or date is to be silent yet. */
  boolean sleeps(Matter matter, Owner owner, Instant tick) {
    return told.stream()
        .filter(alert -> alert.matter().subject().equals(matter.subject()))
        .flatMap(alert -> waking(alert, owner).stream())
        .anyMatch(tick::isBefore);
  }

  /**
   * A lead is told once, where no later one was, and again after a snooze that ended since: it was
   * to come then.
   */
  Optional<Turn> nextTurn(Matter matter, int lead, Owner owner, Instant tick) {
    List<Raised> before = of(matter).filter(alert -> alert.turn().lead() <= lead).toList();
    if (before.isEmpty()) {
      return Optional.of(new Turn(lead, 0, matter.fireAt(lead, owner)));
    }
    Instant last = before.getLast().tick();
    return of(matter)
        .flatMap(alert -> waking(alert, owner).stream())
        .filter(waking -> waking.isAfter(last) && !waking.isAfter(tick))
        .max(Comparator.naturalOrder())
        .map(waking -> new Turn(lead, timesTold(matter, lead), waking));
  }

  int timesTold(Matter matter, int lead) {
    return (int) of(matter).filter(alert -> alert.turn().lead() == lead).count();
  }

  private static Optional<Instant> waking(Raised alert, Owner owner) {
    LocalDate until = owner.snoozed.get(alert.id());
    return Optional.ofNullable(until).map(day -> owner.fireAt(day, 0));
  }

  private Stream<Raised> of(Matter matter) {
    return told.stream().filter(alert -> alert.matter().isSameAs(matter));
  }

  /** Forgets all, and returns what may still be told. */
  List<Raised> forget(Instant at) {
    List<Raised> standing = told.stream().filter(alert -> alert.standsAt(at)).toList();
    told.clear();
    return standing;
  }
}
