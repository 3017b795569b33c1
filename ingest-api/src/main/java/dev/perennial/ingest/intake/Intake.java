package dev.perennial.ingest.intake;

import dev.perennial.ingest.index.IdIndex;
import dev.perennial.ingest.pressure.FairShare;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.limit.Kind;
import dev.perennial.starter.limit.Limits;
import dev.perennial.starter.problem.ProblemException;
import dev.perennial.starter.web.TraceContext;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes events, whatever form they came in: those in conflict are rejected, those that the index of
 * ids knows are answered from there, the others sent to the broker, and each is answered by what
 * the broker said of it.
 */
public final class Intake {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  private final EventLog log;
  private final IdIndex index;
  private final FairShare room;
  private final int partitions;
  private final IngestMetrics metrics;
  private final Limits limits;

  /**
   * @param room for records and bytes
   * @param partitions of both topics
   */
  Intake(
      EventLog log,
      IdIndex index,
      FairShare room,
      int partitions,
      IngestMetrics metrics,
      Limits limits) {
    this.log = log;
    this.index = index;
    this.room = room;
    this.partitions = partitions;
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
    return begin(items, caller, patience, false);
  }

  /**
   * As {@link #begin(List, Caller)}, but sends nothing if an item is invalid or has an id that was
   * used for another content.
   */
  public Underway beginAtomic(List<Item> items, Caller caller) {
    return items.stream().allMatch(Item.Valid.class::isInstance)
        ? begin(items, caller, Duration.ZERO, true)
        : withheld(items);
  }

  private Underway begin(List<Item> items, Caller caller, Duration patience, boolean atomic) {
    Distinct events = new Distinct(items);
    limits.take(caller, Kind.EVENTS, events.events().size(), patience);
    TraceContext trace = TraceContext.current();
    List<Parcel> parcels =
        events.events().stream().map(event -> Parcel.of(event, partitions, trace)).toList();
    Supplier<List<Outcome>> outcomes =
        parcels.isEmpty() ? List::of : sent(caller.tenantId(), parcels, patience, atomic);
    return new Underway(items, events, outcomes, metrics);
  }

  private Supplier<List<Outcome>> sent(
      String tenantId, List<Parcel> parcels, Duration patience, boolean atomic) {
    FairShare.Grant grant = room(tenantId, parcels, patience);
    boolean landing = false;
    try {
      Admission admission = Admission.of(tenantId, parcels, index);
      if (atomic && admission.hasReused()) {
        List<Outcome> withheld = admission.withheld();
        return () -> withheld;
      }
      List<Parcel> admitted = admission.admitted(parcels);
      long start = System.nanoTime();
      landing = true;
      EventLog.Sent sent =
          log.send(
              admitted,
              acknowledged -> {
                grant.giveBack();
                metrics.landed(acknowledged, System.nanoTime() - start);
              });
      return () -> admission.outcomes(sent.await());
    } finally {
      if (!landing) {
        grant.giveBack();
      }
    }
  }

  private FairShare.Grant room(String tenantId, List<Parcel> parcels, Duration patience) {
    long records = 0;
    long bytes = 0;
    for (Parcel parcel : parcels) {
      records += parcel.records().size();
      bytes += parcel.bytes();
    }
    if (!room.holds(records, bytes)) {
      metrics.rejected("batch-too-large", parcels.size());
      throw new ProblemException(
          413,
          "batch-too-large",
          "The batch has more records than may be on their way: reference data has one a"
              + " partition.");
    }
    return room.take(tenantId, patience, records, bytes)
        .orElseThrow(
            () -> {
              metrics.busy(parcels.size());
              return ProblemException.unavailable(
                  "busy",
                  "Too many events wait for the broker; nothing of this was sent.",
                  RETRY_AFTER);
            });
  }

  /** Whether the records of all of these may be on their way at once, be it later. */
  public boolean holds(List<Item> items) {
    long records = 0;
    for (Item item : items) {
      records += item instanceof Item.Valid valid ? valid.event().copies(partitions) : 0;
    }
    return room.holds(records, 0);
  }

  /** What is said of items that are not sent: a bad one is rejected, a good one withheld. */
  public List<ItemResult> withhold(List<Item> items) {
    return withheld(items).await();
  }

  private Underway withheld(List<Item> items) {
    Distinct events = new Distinct(items);
    List<Outcome> withheld =
        events.events().stream().<Outcome>map(event -> new Outcome.Withheld()).toList();
    return new Underway(items, events, () -> withheld, metrics);
  }
}
