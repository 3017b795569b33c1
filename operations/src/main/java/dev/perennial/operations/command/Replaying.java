package dev.perennial.operations.command;

import dev.perennial.operations.letters.Outgoing;
import dev.perennial.operations.letters.Replay;
import java.io.PrintWriter;
import java.util.List;

/** Does it, and says where each was written. */
record Replaying(Replay replay, PrintWriter out) implements ReplayStep {

  @Override
  public void take(List<Outgoing> letters) {
    replay
        .run(letters)
        .forEach(done -> out.println("replayed " + done.id().text() + " to " + done.to()));
  }
}
