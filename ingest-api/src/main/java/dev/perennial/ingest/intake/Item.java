package dev.perennial.ingest.intake;

import dev.perennial.contracts.event.Violation;

/** One event of a request, and what reading it came to. */
public sealed interface Item {

  /** Its place in the request, from 0. */
  int index();

  record Valid(int index, Taken event) implements Item {}

  record Invalid(int index, Fault fault) implements Item {}

  /**
   * What is wrong, told without repeating it.
   *
   * @param status the answer's where this is the request's only event
   * @param code stable
   * @param pointer JSON pointer within the event
   */
  record Fault(int status, String code, String pointer, String detail) {

    public static Fault of(String code, String pointer, String detail) {
      return new Fault(422, code, pointer, detail);
    }

    public static Fault of(Violation violation) {
      return Fault.of(violation.code(), violation.pointer(), violation.detail());
    }
  }
}
