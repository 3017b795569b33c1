package dev.perennial.operations.command;

import dev.perennial.operations.letters.Outgoing;
import java.io.PrintWriter;
import java.util.List;

/** Says what would be done. */
record DryRun(PrintWriter out) implements ReplayStep {

  @Override
  public void take(List<Outgoing> letters) {
    for (Outgoing letter : letters) {
      String what = letter.mended() ? " with the mended value" : "";
      String end = letter.defect().map(defect -> "; rejected again as it is: " + defect).orElse("");
      out.println(
          "would replay "
              + letter.letter().id().text()
              + " to "
              + letter.record().topic()
              + what
              + end);
    }
  }
}
