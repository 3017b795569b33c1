package dev.perennial.ingest.ndjson;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long and how large a stream of events may be.
 *
 * @param maxLine longest line, after inflating; a longer one is rejected alone; 256 KB by default
 * @param maxBytes largest stream, after inflating; 1 TB by default
 * @param maxDuration longest stream; 15 minutes by default
 * @param keyCheck how often the API key is checked again; every 15 s by default
 * @param idleTimeout how long a sender may be silent; 30 s by default, and shorter than the
 *     server's own read time-out, after which nothing can be answered
 * @param patience how long to wait for room where too much is on its way; 10 s by default
 * @param maxStreams most streams at once; 16 by default
 */
@Validated
@ConfigurationProperties("perennial.ingest.ndjson")
record NdjsonProperties(
    @DefaultValue("256KB") DataSize maxLine,
    @DefaultValue("1TB") DataSize maxBytes,
    @DefaultValue("15m") Duration maxDuration,
    @DefaultValue("15s") Duration keyCheck,
    @DefaultValue("30s") Duration idleTimeout,
    @DefaultValue("10s") Duration patience,
    @DefaultValue("16") @Min(1) int maxStreams) {

  NdjsonProperties {
    requirePositive(maxLine.toBytes(), "max-line");
    requirePositive(maxBytes.toBytes(), "max-bytes");
    requirePositive(maxDuration.toNanos(), "max-duration");
    requirePositive(keyCheck.toNanos(), "key-check");
    requirePositive(idleTimeout.toNanos(), "idle-timeout");
    if (maxLine.toBytes() > DataSize.ofMegabytes(1).toBytes()) {
      throw new IllegalArgumentException("perennial.ingest.ndjson.max-line is at most 1MB");
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("perennial.ingest.ndjson.patience is not negative");
    }
  }

  private static void requirePositive(long value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException("perennial.ingest.ndjson." + name + " must be positive");
    }
  }
}
