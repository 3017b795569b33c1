package dev.perennial.ingest.intake;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much ingest takes at once, and for how long it waits for the broker.
 *
 * @param maxBatch most events in one request; 1,000 by default
 * @param maxInFlight most records sent and not yet acknowledged, of all requests: one an event, of
 *     reference data one a partition; 20,000 by default
 * @param maxBytesInFlight the same in bytes, in which 16 MB at least have room: what the largest
 *     body becomes; 32 MB by default
 * @param buffer memory for events that wait to be sent; 32 MB by default
 * @param deliveryTimeout after which the producer gives an event up; 5 s by default
 * @param ackTimeout after which a request stops waiting, longer than deliveryTimeout; 6 s by
 *     default
 * @param futureWindow how far ahead of our clock an event's time may lie; 10 minutes by default
 * @param backfillWindow how far back the time of a live event may lie; older ones come with
 *     mode=backfill; 35 days by default
 */
@Validated
@ConfigurationProperties("perennial.ingest")
public record IngestProperties(
    @DefaultValue("1000") @Min(1) int maxBatch,
    @DefaultValue("20000") @Min(1) int maxInFlight,
    @DefaultValue("32MB") DataSize maxBytesInFlight,
    @DefaultValue("32MB") DataSize buffer,
    @DefaultValue("5s") Duration deliveryTimeout,
    @DefaultValue("6s") Duration ackTimeout,
    @DefaultValue("10m") Duration futureWindow,
    @DefaultValue("35d") Duration backfillWindow) {

  private static final DataSize LEAST_BYTES = DataSize.ofMegabytes(16);

  public IngestProperties {
    if (maxInFlight < maxBatch) {
      throw new IllegalArgumentException(
          "perennial.ingest.max-in-flight must hold a whole batch (perennial.ingest.max-batch)");
    }
    if (maxBytesInFlight.compareTo(LEAST_BYTES) < 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.max-bytes-in-flight must be 16MB or more: what a body becomes");
    }
    if (deliveryTimeout.compareTo(ackTimeout) >= 0) {
      throw new IllegalArgumentException(
          "perennial.ingest.ack-timeout must be longer than perennial.ingest.delivery-timeout");
    }
  }
}
