package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What was raised and may still change. Kept beside the facts, since it is a log of what was said
 * and not a function of them.
 *
 * @param firstRevision of an alert that was not raised yet; more than 0 where the subscription had
 *     a life before that was erased, so that no alert of this one has the name of one of that
 */
public record RaisedAlerts(Map<Slot, Raised> slots, int firstRevision) {

  /**
   * The place of one alert.
   *
   * @param lead in days
   * @param about a payment's id where the type is about payments, else empty
   */
  public record Slot(AlertType type, LocalDate dueOn, int lead, String about) {

    public Slot {
      requireNonNull(type, "type");
      requireNonNull(dueOn, "dueOn");
      requireNonNull(about, "about");
    }

    boolean isAbout(Occasion occasion) {
      return type == occasion.type()
          && dueOn.equals(occasion.dueOn())
          && about.equals(occasion.about());
    }
  }

  /**
   * @param revision how often the alert of this slot was voided
   * @param standing raised and not voided since
   * @param content what it said that must not change without being told again
   */
  public record Raised(int revision, boolean standing, String alertId, String content) {

    Raised voided() {
      return new Raised(revision + 1, false, alertId, content);
    }
  }

  public RaisedAlerts {
    slots = Map.copyOf(slots);
  }

  public RaisedAlerts(Map<Slot, Raised> slots) {
    this(slots, 0);
  }

  public static RaisedAlerts none() {
    return new RaisedAlerts(Map.of());
  }

  public RaisedAlerts startingAt(int revision) {
    return revision == firstRevision ? this : new RaisedAlerts(slots, revision);
  }

  int revisionOf(Slot slot) {
    Raised raised = slots.get(slot);
    return raised == null ? firstRevision : raised.revision();
  }

  boolean isStanding(Slot slot) {
    Raised raised = slots.get(slot);
    return raised != null && raised.standing();
  }

  RaisedAlerts with(Slot slot, Raised raised) {
    Map<Slot, Raised> changed = new HashMap<>(slots);
    changed.put(slot, raised);
    return new RaisedAlerts(changed, firstRevision);
  }

  /** Without what is too old to be told on a day. */
  RaisedAlerts toldOn(LocalDate day) {
    Map<Slot, Raised> kept = new HashMap<>(slots);
    kept.keySet()
        .removeIf(slot -> slot.dueOn().plusDays(slot.type().daysToldAfter()).isBefore(day));
    return kept.size() == slots.size() ? this : new RaisedAlerts(kept, firstRevision);
  }
}
