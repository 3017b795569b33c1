package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What was raised of a subscriber itself, its budgets and digests, until the last day for telling
 * it is over. A log of what was said, and not a function of facts: that a budget was exceeded is
 * known from here alone.
 */
public record OwnAlerts(Map<RaisedAlerts.Slot, Raised> slots) {

  private static final OwnAlerts NONE = new OwnAlerts(Map.of());

  /**
   * @param revision how often the alert of this slot was voided, or raised again
   * @param standing raised and not voided since
   * @param content what it said that must not change without being told again
   * @param lastDay the last one on which it is worth telling
   * @param raisedAt the tick that raised it last
   */
  public record Raised(
      int revision,
      boolean standing,
      String alertId,
      String content,
      LocalDate lastDay,
      Instant raisedAt) {

    public Raised {
      requireNonNull(alertId, "alertId");
      requireNonNull(content, "content");
      requireNonNull(lastDay, "lastDay");
      requireNonNull(raisedAt, "raisedAt");
    }

    Raised voided() {
      return new Raised(revision + 1, false, alertId, content, lastDay, raisedAt);
    }
  }

  public OwnAlerts {
    slots = Map.copyOf(slots);
  }

  public static OwnAlerts none() {
    return NONE;
  }

  public boolean isEmpty() {
    return slots.isEmpty();
  }

  /** The revision of an alert that is raised in this place now. */
  int revisionOf(RaisedAlerts.Slot slot) {
    Raised raised = slots.get(slot);
    if (raised == null) {
      return 0;
    }
    return raised.standing() ? raised.revision() + 1 : raised.revision();
  }

  /** What was said last of the same, of what still stands and is wanted. */
  Optional<AlertType> lastSaid(Predicate<RaisedAlerts.Slot> same, Predicate<Raised> wanted) {
    return slots.entrySet().stream()
        .filter(entry -> same.test(entry.getKey()))
        .filter(entry -> entry.getValue().standing() && wanted.test(entry.getValue()))
        .max(Comparator.comparing(entry -> entry.getValue().raisedAt()))
        .map(entry -> entry.getKey().type());
  }

  /** Whether anything was said of the same at a moment or later. */
  boolean toldSince(Predicate<RaisedAlerts.Slot> same, Instant moment) {
    return slots.entrySet().stream()
        .filter(entry -> same.test(entry.getKey()))
        .anyMatch(entry -> !entry.getValue().raisedAt().isBefore(moment));
  }

  /** Whether a day was told of by a lead, or by a newer one. */
  boolean tells(AlertType type, LocalDate dueOn, int lead) {
    return slots.keySet().stream()
        .anyMatch(slot -> slot.type() == type && slot.dueOn().equals(dueOn) && slot.lead() <= lead);
  }

  OwnAlerts with(RaisedAlerts.Slot slot, Raised raised) {
    Map<RaisedAlerts.Slot, Raised> changed = new HashMap<>(slots);
    changed.put(slot, raised);
    return new OwnAlerts(changed);
  }

  /** Without what is not told any more on a day. */
  OwnAlerts toldOn(LocalDate day) {
    Map<RaisedAlerts.Slot, Raised> kept = new HashMap<>(slots);
    kept.values().removeIf(raised -> raised.lastDay().isBefore(day));
    return kept.size() == slots.size() ? this : new OwnAlerts(kept);
  }

  /** The first day on which less is to be remembered. */
  Optional<LocalDate> nextForgotten() {
    return slots.values().stream()
        .map(raised -> raised.lastDay().plusDays(1))
        .min(LocalDate::compareTo);
  }

  /** The ids of what stands, in their order. */
  public List<String> standing() {
    return slots.values().stream().filter(Raised::standing).map(Raised::alertId).sorted().toList();
  }
}
