package dev.perennial.ingest.ndjson;

import dev.perennial.ingest.intake.EventReader;
import dev.perennial.ingest.intake.Intake;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.access.CallerCheck;
import org.jspecify.annotations.Nullable;

/**
 * What a stream has of the service and of its request.
 *
 * @param mode as the request says it
 */
record StreamParts(
    NdjsonProperties properties,
    Draining draining,
    EventReader events,
    Intake intake,
    CallerCheck check,
    Caller caller,
    @Nullable String mode) {

  Watch watch(Ending ending) {
    return new Watch(properties, draining, events, check, caller, mode, ending);
  }

  ChunkSender sender(ChunkSender.Destination destination) {
    return new ChunkSender(
        new LineDecoder(events, mode), intake, properties.patience(), destination);
  }
}
