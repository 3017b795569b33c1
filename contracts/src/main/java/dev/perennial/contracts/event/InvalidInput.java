package dev.perennial.contracts.event;

/** Thrown where input breaks a rule; carries no stack trace, since bad input is no surprise. */
public final class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Violation violation;

  public InvalidInput(Violation violation) {
    super(violation.code() + ": " + violation.detail(), null, false, false);
    this.violation = violation;
  }

  static InvalidInput of(Defect defect, String pointer, String detail) {
    return new InvalidInput(new Violation(defect, pointer, detail));
  }

  public Violation violation() {
    return violation;
  }
}
