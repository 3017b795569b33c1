package dev.perennial.ingest.index;

import java.util.Optional;

/** What the index has under an id. */
public sealed interface Finding {

  /**
   * The event may be sent.
   *
   * @param fresh whether the claim is the first of its id
   */
  record Free(boolean fresh) implements Finding {}

  /**
   * The broker has acknowledged the very same event.
   *
   * @param receipt the one it got then; reference data has none
   */
  record Duplicate(Optional<String> receipt) implements Finding {}

  /** The id stands for another content. */
  record Reused() implements Finding {}
}
