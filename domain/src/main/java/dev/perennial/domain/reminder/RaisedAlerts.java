package dev.perennial.domain.reminder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What was raised for due dates that have not passed. Kept beside the facts, since it is a log of
 * what was said and not a function of them.
 */
public record RaisedAlerts(Map<Slot, Raised> slots) {

  /** The place of one alert: a due date and a lead in days. */
  public record Slot(LocalDate dueOn, int lead) {}

  /**
   * @param revision how often the alert of this slot was voided
   * @param standing raised and not voided since
   */
  public record Raised(int revision, boolean standing, String alertId) {}

  public RaisedAlerts {
    slots = Map.copyOf(slots);
  }

  public static RaisedAlerts none() {
    return new RaisedAlerts(Map.of());
  }

  int revisionOf(Slot slot) {
    Raised raised = slots.get(slot);
    return raised == null ? 0 : raised.revision();
  }

  boolean isStanding(Slot slot) {
    Raised raised = slots.get(slot);
    return raised != null && raised.standing();
  }

  RaisedAlerts with(Slot slot, Raised raised) {
    Map<Slot, Raised> changed = new HashMap<>(slots);
    changed.put(slot, raised);
    return new RaisedAlerts(changed);
  }

  RaisedAlerts dueFrom(LocalDate day) {
    Map<Slot, Raised> kept = new HashMap<>(slots);
    kept.keySet().removeIf(slot -> slot.dueOn().isBefore(day));
    return kept.size() == slots.size() ? this : new RaisedAlerts(kept);
  }
}
