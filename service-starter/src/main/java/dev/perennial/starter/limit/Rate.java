package dev.perennial.starter.limit;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * A limit.
 *
 * @param perSecond what flows back into a bucket
 * @param burst what a full bucket holds; not less than a second's flow
 */
record Rate(long perSecond, long burst) {

  Rate {
    if (perSecond < 1 || burst < perSecond) {
      throw new IllegalArgumentException("A limit is at least 1 a second, a burst at least that");
    }
  }

  /** A rate whose burst is what flows in two seconds. */
  static Rate of(long perSecond) {
    return new Rate(perSecond, Math.multiplyExact(2, perSecond));
  }

  BucketConfiguration configuration() {
    return BucketConfiguration.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /** Seconds in which an empty bucket fills, rounded up. */
  long window() {
    return Math.ceilDiv(burst, perSecond);
  }
}
