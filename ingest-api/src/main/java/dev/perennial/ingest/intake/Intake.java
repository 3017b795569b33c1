package dev.perennial.ingest.intake;

import dev.perennial.starter.access.Caller;
import dev.perennial.starter.limit.Kind;
import dev.perennial.starter.limit.Limits;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.List;

/**
 * Takes events, whatever form they came in: those in conflict are rejected, the others sent to the
 * broker, and each is answered by what the broker said of it.
 */
public final class Intake {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final EventLog log;
  private final IngestMetrics metrics;
  private final Limits limits;

  Intake(EventLog log, IngestMetrics metrics, Limits limits) {
    this.log = log;
    this.metrics = metrics;
    this.limits = limits;
  }

  /** The items, those that share an identity and say different things as invalid ones. */
  public static List<Item> checked(List<Item> items) {
    return Conflicts.rejected(items);
  }

  /**
   * Sends the valid items; does not wait for the broker.
   *
   * @param items of one request or of a part of it, {@link #checked}; may all be invalid
   * @throws ProblemException 429 if the key has used up its events, 503 busy if no room is left for
   *     events on their way, 413 if there is never room for so many; nothing was sent then
   */
  public Underway begin(List<Item> items, Caller caller) {
    return begin(items, caller, Duration.ZERO);
  }

  /**
   * As {@link #begin(List, Caller)}, but waits for room.
   *
   * @param patience how long
   */
  public Underway begin(List<Item> items, Caller caller, Duration patience) {
    List<Item.Valid> valid =
        items.stream().filter(Item.Valid.class::isInstance).map(Item.Valid.class::cast).toList();
    metrics.rejected(items.size() - valid.size());
    if (!limits.take(caller, Kind.EVENTS, valid.size(), patience)) {
      limits.take(caller, Kind.EVENTS, valid.size()); // says how long to wait
    }
    return new Underway(items, valid, send(valid, patience), metrics);
  }

  private EventLog.Sent send(List<Item.Valid> valid, Duration patience) {
    try {
      return log.send(valid.stream().map(Item.Valid::event).toList(), patience);
    } catch (EventLog.Full full) {
      throw ProblemException.unavailable(
          "busy", "Too many events wait for the broker; nothing of this was sent.", RETRY_AFTER);
    } catch (EventLog.TooLarge tooLarge) {
      throw new ProblemException(
          413,
          "batch-too-large",
          "The batch has more records than may be on their way: reference data has one a"
              + " partition.");
    }
  }

  /** What is said of items that are not sent: a bad one is rejected, a good one withheld. */
  public List<ItemResult> withhold(List<Item> items) {
    metrics.rejected((int) items.stream().filter(Item.Invalid.class::isInstance).count());
    return items.stream()
        .map(
            item ->
                switch (item) {
                  case Item.Invalid invalid -> ItemResult.rejected(invalid);
                  case Item.Valid valid -> ItemResult.withheld(valid);
                })
        .toList();
  }
}
