package dev.perennial.ingest;

import dev.perennial.contracts.event.Violation;
import dev.perennial.domain.event.Event;

/** One event of a request, and what reading it came to. */
sealed interface Item {

  /** Its place in the request, from 0. */
  int index();

  record Valid(int index, Event event) implements Item {}

  record Invalid(int index, Fault fault) implements Item {}

  /**
   * What is wrong, told without repeating it.
   *
   * @param code stable
   * @param pointer JSON pointer within the event
   */
  record Fault(String code, String pointer, String detail) {

    static Fault of(Violation violation) {
      return new Fault(violation.code(), violation.pointer(), violation.detail());
    }
  }
}
