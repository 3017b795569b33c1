package dev.perennial.ingest.intake;

import java.util.Optional;

/** What became of a valid event. */
sealed interface Outcome {

  /**
   * @param receipt reference data has none
   */
  record Accepted(Optional<String> receipt) implements Outcome {}

  /** The same event was accepted before. */
  record Duplicate(Optional<String> receipt) implements Outcome {}

  /** Another event was sent under its id. */
  record Reused() implements Outcome {}

  record Unacknowledged() implements Outcome {}

  /** Another event of an atomic request could not be taken. */
  record Withheld() implements Outcome {}
}
