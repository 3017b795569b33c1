package dev.perennial.starter.limit;

import java.util.concurrent.TimeUnit;

/**
 * The fields RateLimit and RateLimit-Policy of draft-ietf-httpapi-ratelimit-headers: lists of
 * strings with parameters. A policy is its quota {@code q} in a window of {@code w} seconds; what
 * is left of it is {@code r}, and it is whole again in {@code t} seconds.
 */
final class RateHeaders {

  static final String RATE_LIMIT = "RateLimit";
  static final String POLICY = "RateLimit-Policy";

  private RateHeaders() {}

  static String left(Kind kind, Standing standing) {
    return '"'
        + kind.text()
        + "\";r="
        + standing.remaining()
        + ";t="
        + seconds(standing.nanosToFull());
  }

  static String policy(Kind kind, Rate rate) {
    String unit = kind == Kind.BYTES ? ";qu=\"content-bytes\"" : "";
    return '"' + kind.text() + "\";q=" + rate.burst() + unit + ";w=" + rate.window();
  }

  /** Rounded up: whoever waits as long does not come too early. */
  static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }
}
