package dev.perennial.contracts.event;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with an input, told without repeating any of it.
 *
 * @param pointer a JSON pointer (RFC 6901) to the value, "" for the whole; for a record's envelope
 *     the name of the header
 * @param detail a sentence for a person
 */
public record Violation(Defect defect, String pointer, String detail) {

  public Violation {
    requireNonNull(defect, "defect");
    requireNonNull(pointer, "pointer");
    requireNonNull(detail, "detail");
  }

  public String code() {
    return defect.code();
  }
}
