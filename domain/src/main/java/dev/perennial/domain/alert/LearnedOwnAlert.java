package dev.perennial.domain.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An alert about a subscriber itself that another pass raised, as its log tells it.
 *
 * @param lead in days
 * @param content about no subscription
 */
public record LearnedOwnAlert(
    AlertType type,
    LocalDate dueOn,
    int lead,
    int revision,
    String id,
    AlertContent content,
    Instant raisedAt) {

  public LearnedOwnAlert {
    requireNonNull(id, "id");
    requireNonNull(content, "content");
  }

  /** The memory, with this alert standing. */
  public OwnAlerts addedTo(OwnAlerts memory) {
    OwnOccasion occasion = new OwnOccasion(type, dueOn, lead, content);
    return memory.with(
        occasion.slot(),
        new OwnAlerts.Raised(revision, true, id, occasion.said(), occasion.lastDay(), raisedAt));
  }

  /** The memory, with that alert voided; the very same memory where it does not stand in it. */
  public static OwnAlerts voided(OwnAlerts memory, String id) {
    return memory.slots().entrySet().stream()
        .filter(entry -> entry.getValue().standing() && entry.getValue().alertId().equals(id))
        .findFirst()
        .map(entry -> memory.with(entry.getKey(), entry.getValue().voided()))
        .orElse(memory);
  }
}
