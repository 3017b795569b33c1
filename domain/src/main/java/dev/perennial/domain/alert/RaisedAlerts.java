package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was raised and may still change. Kept beside the facts, since it is a log of what was said
 * and not a function of them.
 */
public record RaisedAlerts(Map<Slot, Raised> slots) {

  /**
   * The place of one alert.
   *
   * @param lead in days; negative for days after the date
   * @param about a payment's id where the type is about payments, else empty
   */
  public record Slot(AlertType type, LocalDate dueOn, int lead, String about) {

    public Slot {
      requireNonNull(type, "type");
      requireNonNull(dueOn, "dueOn");
      requireNonNull(about, "about");
    }

    /** The last day on which it is worth telling. */
    LocalDate lastDayToTell() {
      return dueOn.plusDays(type.daysToldAfter(lead));
    }

    boolean isAbout(Occasion occasion) {
      return type == occasion.type()
          && dueOn.equals(occasion.dueOn())
          && about.equals(occasion.about());
    }

    /** Whether it is about the same charge, payment or date, by whatever type. */
    boolean sharesSubjectWith(Occasion occasion) {
      if (!type.sharesSubjectsWith(occasion.type())) {
        return isAbout(occasion);
      }
      // A payment that fails one day and goes through on another is one payment.
      return type.subject() == AlertType.Subject.PAYMENT
          ? about.equals(occasion.about())
          : dueOn.equals(occasion.dueOn());
    }
  }

  /**
   * @param revision how often the alert of this slot was voided, or raised again after a snooze
   * @param standing raised and not voided since
   * @param content what it said that must not change without being told again
   * @param raisedAt the tick that raised it last; null in what was kept by earlier releases
   */
  public record Raised(
      int revision, boolean standing, String alertId, String content, @Nullable Instant raisedAt) {

    Raised voided() {
      return new Raised(revision + 1, false, alertId, content, raisedAt);
    }

    /** The revision of an alert that is raised in this place now. */
    int nextRevision() {
      return standing ? revision + 1 : revision;
    }

    boolean isSince(Instant moment) {
      return raisedAt != null && !raisedAt.isBefore(moment);
    }
  }

  public RaisedAlerts {
    slots = Map.copyOf(slots);
  }

  public static RaisedAlerts none() {
    return new RaisedAlerts(Map.of());
  }

  int revisionOf(Slot slot) {
    Raised raised = slots.get(slot);
    return raised == null ? 0 : raised.nextRevision();
  }

  /** Whether an occasion was told of by a lead, or a newer one, and that still holds. */
  boolean tells(Occasion occasion, int lead) {
    return slots.entrySet().stream()
        .filter(entry -> entry.getKey().isAbout(occasion) && entry.getKey().lead() <= lead)
        .anyMatch(entry -> entry.getValue().standing());
  }

  /** Whether a charge, payment or date was told of at a moment or later. */
  boolean toldSince(Occasion occasion, Instant moment) {
    return slots.entrySet().stream()
        .filter(entry -> entry.getKey().sharesSubjectWith(occasion))
        .anyMatch(entry -> entry.getValue().isSince(moment));
  }

  RaisedAlerts with(Slot slot, Raised raised) {
    Map<Slot, Raised> changed = new HashMap<>(slots);
    changed.put(slot, raised);
    return new RaisedAlerts(changed);
  }

  /**
   * Without what nothing more can be told of on a day. While more may be told of the same, all of
   * it stays: an answer to what was told before may be about it.
   */
  RaisedAlerts toldOn(LocalDate day, Timing timing) {
    Map<Slot, Raised> kept = new HashMap<>(slots);
    kept.keySet()
        .removeIf(
            slot ->
                slot.lastDayToTell().isBefore(day)
                    && timing.lastDayToTell(slot.type(), slot.dueOn()).isBefore(day));
    return kept.size() == slots.size() ? this : new RaisedAlerts(kept);
  }
}
