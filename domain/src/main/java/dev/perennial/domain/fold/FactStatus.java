package dev.perennial.domain.fold;

import dev.perennial.domain.event.Fact;

/** What became of one fact: the answer that its receipt gives. */
public record FactStatus(Fact fact, Outcome outcome) {

  /** Whether state rests on the fact. */
  public enum Outcome {
    APPLIED,
    /** Another fact under the same (source, id) counts instead. */
    SUPERSEDED,
    /** It is about something that has not come yet. */
    WAITING
  }
}
