package dev.perennial.starter.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What each API key may do a second. A kind that the service does not limit is never refused. More
 * at once than a bucket ever holds takes the whole of a full bucket.
 */
public final class Limits {

  private static final int REMEMBERED = 20_000;
  private static final Duration IDLE = Duration.ofMinutes(10);

  private final LimitProperties properties;
  private final @Nullable SharedBuckets shared;

  /** Tended by who reads them: every request does, and another thread would be woken for it. */
  private final Cache<Id, Buckets> buckets =
      Caffeine.newBuilder()
          .executor(Runnable::run)
          .maximumSize(REMEMBERED)
          .expireAfterAccess(IDLE)
          .build();

  private record Id(Kind kind, String prefix, Rate rate) {

    String key() {
      return "limit:%s:%s:%d".formatted(kind.text(), prefix, rate.perSecond());
    }
  }

  private record Buckets(Bucket local, @Nullable Bucket common) {}

  /**
   * @param shared buckets common to all instances; null where there is no Redis
   */
  Limits(LimitProperties properties, @Nullable SharedBuckets shared) {
    this.properties = properties;
    this.shared = shared;
  }

  /**
   * Takes it, waiting until there is enough.
   *
   * @param n at least 0
   * @param patience how long at most; zero asks once
   * @throws ProblemException 429 rate-limited where there is not that much left in time
   */
  public void take(Caller caller, Kind kind, long n, Duration patience) {
    if (!limits(kind) || n <= 0) {
      return;
    }
    long end = System.nanoTime() + patience.toNanos();
    Standing standing = standing(caller, kind, n);
    while (!standing.taken()) {
      boolean tooLate = standing.nanosToWait() > end - System.nanoTime();
      if (tooLate || Thread.currentThread().isInterrupted()) {
        throw refusal(caller, kind, standing);
      }
      LockSupport.parkNanos(standing.nanosToWait());
      standing = standing(caller, kind, n);
    }
  }

  boolean limits(Kind kind) {
    return properties.kinds().contains(kind);
  }

  Standing standing(Caller caller, Kind kind, long n) {
    Rate rate = rate(caller, kind);
    long tokens = Math.min(n, rate.burst());
    return on(caller, kind, rate, bucket -> probe(bucket, tokens));
  }

  /** Takes what was used already, whatever is left: what comes next waits for it. */
  void settle(Caller caller, Kind kind, long n) {
    if (limits(kind) && n > 0) {
      Rate rate = rate(caller, kind);
      on(caller, kind, rate, bucket -> bucket.consumeIgnoringRateLimits(Math.min(n, rate.burst())));
    }
  }

  Rate rate(Caller caller, Kind kind) {
    Long own = kind.of(caller.limits());
    return own == null ? properties.rate(kind) : Rate.of(own);
  }

  ProblemException refusal(Caller caller, Kind kind, Standing standing) {
    long seconds = Math.max(1, RateHeaders.seconds(standing.nanosToWait()));
    Rate rate = rate(caller, kind);
    return new ProblemException(
            429, "rate-limited", "The API key has used up its " + kind.text() + " for now.")
        .with(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
        .with(RateHeaders.RATE_LIMIT, RateHeaders.left(kind, standing))
        .with(RateHeaders.POLICY, RateHeaders.policy(kind, rate));
  }

  private <T> T on(Caller caller, Kind kind, Rate rate, Function<Bucket, T> taking) {
    Buckets both = buckets.get(new Id(kind, caller.keyPrefix(), rate), this::buckets);
    return shared == null || both.common() == null
        ? taking.apply(both.local())
        : shared.take(both.common(), both.local(), taking);
  }

  private Buckets buckets(Id id) {
    Rate rate = id.rate();
    Bucket local =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(rate.burst())
                        .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
            .build();
    return new Buckets(local, shared == null ? null : shared.bucket(id.key(), rate));
  }

  private static Standing probe(Bucket bucket, long tokens) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
    return new Standing(
        probe.isConsumed(),
        Math.max(0, probe.getRemainingTokens()),
        probe.getNanosToWaitForRefill(),
        probe.getNanosToWaitForReset());
  }
}
