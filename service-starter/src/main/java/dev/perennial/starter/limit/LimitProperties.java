package dev.perennial.starter.limit;

import dev.perennial.contracts.control.KeyLimits;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits for each API key; a key's document may have others.
 *
 * @param kinds which are limited; none by default, a service sets them
 * @param requestsPerSecond 200 by default
 * @param requestsBurst 400 by default
 * @param eventsPerSecond 20,000 by default; the burst is twice that
 * @param bytesPerSecond of bodies as they come over the wire, 20 MB by default; the burst is twice
 *     that
 */
@Validated
@ConfigurationProperties("perennial.limits")
record LimitProperties(
    @DefaultValue Set<Kind> kinds,
    @DefaultValue("200") long requestsPerSecond,
    @DefaultValue("400") long requestsBurst,
    @DefaultValue("20000") long eventsPerSecond,
    @DefaultValue("20MB") DataSize bytesPerSecond) {

  LimitProperties {
    requirePossible("requests-per-second", requestsPerSecond);
    requirePossible("events-per-second", eventsPerSecond);
    requirePossible("bytes-per-second", bytesPerSecond.toBytes());
    if (requestsBurst < requestsPerSecond) {
      throw new IllegalArgumentException(
          "perennial.limits.requests-burst is at least perennial.limits.requests-per-second");
    }
  }

  /** A bucket that fills faster than one a nanosecond is refused by those who keep it. */
  private static void requirePossible(String name, long perSecond) {
    if (perSecond < 1 || perSecond > KeyLimits.LARGEST) {
      throw new IllegalArgumentException(
          "perennial.limits.%s is 1 to %d".formatted(name, KeyLimits.LARGEST));
    }
  }

  Rate rate(Kind kind) {
    return switch (kind) {
      case REQUESTS -> new Rate(requestsPerSecond, requestsBurst);
      case EVENTS -> Rate.of(eventsPerSecond);
      case BYTES -> Rate.of(bytesPerSecond.toBytes());
    };
  }
}
