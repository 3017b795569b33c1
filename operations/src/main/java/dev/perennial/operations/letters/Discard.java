package dev.perennial.operations.letters;

import java.time.Clock;
import java.util.List;

/** Takes letters as handled, in the audit record alone. */
public final class Discard {

  private final AuditLog audit;
  private final Clock clock;
  private final String operator;

  public Discard(AuditLog audit, Clock clock, String operator) {
    this.audit = audit;
    this.clock = clock;
    this.operator = operator;
    audit.prepare();
  }

  /**
   * @param letters at least one
   */
  public void run(List<Letter> letters, String reason) {
    audit.append(
        new AuditEntry(
            clock.instant(),
            operator,
            AuditEntry.Action.DISCARDED,
            reason,
            letters.stream().map(HandledLetter::discarded).toList()));
  }
}
