package dev.perennial.operations.command;

import dev.perennial.operations.OperationException;
import dev.perennial.operations.letters.AuditLog;
import dev.perennial.operations.letters.Letter;
import dev.perennial.operations.letters.LetterId;
import dev.perennial.operations.letters.LetterReader;
import dev.perennial.operations.letters.Outgoing;
import dev.perennial.operations.letters.Selection;
import dev.perennial.operations.letters.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds the letters of one replay.
 *
 * @param again also those with which something was done
 */
record WantedReplay(LetterReader reader, AuditLog audit, boolean again, ReplayStep step) {

  /**
   * All of them, or, where one is refused, none.
   *
   * @return how many
   */
  int named(List<LetterId> ids, Optional<byte[]> value) {
    List<Letter> letters = ids.stream().distinct().map(reader::require).toList();
    if (!again) {
      audit.standings(letters).forEach(Standing::requireOpen);
    }
    List<Outgoing> outgoing = letters.stream().map(letter -> outgoing(letter, value)).toList();
    step.take(outgoing);
    return outgoing.size();
  }

  private static Outgoing outgoing(Letter letter, Optional<byte[]> value) {
    return value
        .map(mended -> Outgoing.mended(letter, mended))
        .orElseGet(() -> Outgoing.asItWas(letter));
  }

  /**
   * Each batch as it is read: there may be more than fit into memory.
   *
   * @return how many
   * @throws OperationException at the end, where some can only be handled in another way
   */
  int all(Selection selection) {
    var refusals = new Refusals();
    var count = new AtomicInteger();
    reader.read(
        selection,
        batch -> {
          List<Outgoing> outgoing = replayable(batch, refusals);
          if (!outgoing.isEmpty()) {
            step.take(outgoing);
          }
          count.addAndGet(outgoing.size());
        });
    refusals.requireNone();
    return count.get();
  }

  private List<Outgoing> replayable(List<Letter> batch, Refusals refusals) {
    List<Outgoing> outgoing = new ArrayList<>();
    for (Standing standing : audit.standings(batch)) {
      if (again || standing.isOpen()) {
        Outgoing.refusal(standing.letter())
            .ifPresentOrElse(
                refusals::add, () -> outgoing.add(Outgoing.asItWas(standing.letter())));
      }
    }
    return outgoing;
  }

  /** How many, and the first: there may be many. */
  private static final class Refusals {
    private int count;
    private String first = "";

    void add(String refusal) {
      first = count == 0 ? refusal : first;
      count++;
    }

    void requireNone() {
      if (count > 0) {
        throw new OperationException(count + " cannot be replayed; the first: " + first);
      }
    }
  }
}
