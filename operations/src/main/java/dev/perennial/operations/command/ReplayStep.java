package dev.perennial.operations.command;

import dev.perennial.operations.letters.Outgoing;
import java.util.List;

/** What is done with letters that are to be replayed. */
interface ReplayStep {

  void take(List<Outgoing> letters);
}
