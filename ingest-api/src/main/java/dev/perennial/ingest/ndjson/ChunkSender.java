package dev.perennial.ingest.ndjson;

import dev.perennial.ingest.intake.Intake;
import dev.perennial.ingest.intake.Item;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/** Hands lines to the broker in chunks, and the chunks to whoever answers them. */
final class ChunkSender {

  private static final int TOO_LARGE = 413;

  private static final Item.Fault NEVER =
      Item.Fault.of("batch-too-large", "", "The event has more records than may be on their way.");

  private final LineDecoder decoder;
  private final Intake intake;
  private final Duration patience;
  private final Destination destination;

  /** Where chunks go; may wait for room. */
  @FunctionalInterface
  interface Destination {
    void put(Chunk chunk) throws InterruptedException;
  }

  ChunkSender(LineDecoder decoder, Intake intake, Duration patience, Destination destination) {
    this.decoder = decoder;
    this.intake = intake;
    this.patience = patience;
    this.destination = destination;
  }

  /**
   * @param lines at least one
   * @throws ProblemException if they are not taken now; of them, none was sent that is not put
   */
  void send(List<Line> lines, Caller caller) throws InterruptedException {
    List<Item> items = decoder.decode(lines, caller);
    if (!intake.holds(items)) {
      // Not asked for it in vain: what is refused is counted as rejected, and these will be sent.
      sendLess(lines, caller);
      return;
    }
    try {
      begin(lines, items, caller);
    } catch (ProblemException refused) {
      if (refused.problem().status() != TOO_LARGE) {
        throw refused;
      }
      sendLess(lines, caller);
    }
  }

  /** Fewer lines may have room. */
  private void sendLess(List<Line> lines, Caller caller) throws InterruptedException {
    if (lines.size() == 1) {
      begin(lines, List.of(new Item.Invalid(0, NEVER)), caller);
      return;
    }
    int middle = lines.size() / 2;
    send(lines.subList(0, middle), caller);
    send(lines.subList(middle, lines.size()), caller);
  }

  private void begin(List<Line> lines, List<Item> items, Caller caller)
      throws InterruptedException {
    List<Long> numbers = lines.stream().map(Line::number).toList();
    destination.put(new Chunk(numbers, intake.begin(items, caller, patience)));
  }
}
