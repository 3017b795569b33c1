package dev.perennial.ingest.ndjson;

import dev.perennial.ingest.intake.EventReader;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.CallerCheck;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ends a stream when its time is over, its key is, its sender is silent or the service stops. */
final class Watch {

  private final NdjsonProperties properties;
  private final Draining draining;
  private final EventReader events;
  private final CallerCheck check;
  private final @Nullable String mode;
  private final Ending ending;
  private final long start = System.nanoTime();
  private long checkedAt = start;
  private volatile Caller caller;

  Watch(
      NdjsonProperties properties,
      Draining draining,
      EventReader events,
      CallerCheck check,
      Caller caller,
      @Nullable String mode,
      Ending ending) {
    this.properties = properties;
    this.draining = draining;
    this.events = events;
    this.check = check;
    this.caller = caller;
    this.mode = mode;
    this.ending = ending;
  }

  /** Who sends, with the scopes that the key had when it was last checked. */
  Caller caller() {
    return caller;
  }

  void look(Body body) {
    if (ending.hasBegun()) {
      return;
    }
    if (draining.hasBegun()) {
      ending.begin("draining");
    } else if (isOver(start, properties.maxDuration())) {
      ending.begin("max-duration");
    } else if (body.isSilentFor(properties.idleTimeout())) {
      ending.begin("idle");
    } else if (isOver(checkedAt, properties.keyCheck())) {
      checkedAt = System.nanoTime();
      checkKey();
    }
  }

  private void checkKey() {
    try {
      Caller now = check.again();
      events.arrival(now, mode);
      caller = now;
    } catch (ProblemException refused) {
      ending.begin(refused.problem().code());
    }
  }

  private static boolean isOver(long since, Duration time) {
    return System.nanoTime() - since > time.toNanos();
  }
}
