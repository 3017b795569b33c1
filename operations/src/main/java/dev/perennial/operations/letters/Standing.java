package dev.perennial.operations.letters;

import dev.perennial.operations.OperationException;
import java.util.List;

/**
 * A letter and what was done with it.
 *
 * @param history of this letter alone, the oldest first
 */
public record Standing(Letter letter, List<AuditEntry> history) {

  public Standing {
    history = List.copyOf(history);
  }

  public boolean isOpen() {
    return history.isEmpty();
  }

  /**
   * @throws OperationException where something was done with it
   */
  public void requireOpen() {
    if (!isOpen()) {
      AuditEntry last = history.getLast();
      throw new OperationException(
          "%s was %s %s by %s"
              .formatted(letter.id().text(), last.action().text(), last.at(), last.operator()));
    }
  }

  /** In one word: open, or what was done last. */
  public String state() {
    return isOpen() ? "open" : history.getLast().action().text();
  }
}
