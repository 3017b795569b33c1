package dev.perennial.starter.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.jedis.Bucket4jJedis;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/**
 * Buckets in Redis, common to all instances of a service. An instance takes from its own copy and
 * settles with Redis every {@link #SETTLED}, or when it has taken a tenth of a second's flow. While
 * Redis does not answer, one request every {@link #PAUSE} asks whether it is back.
 */
final class SharedBuckets {

  private static final Logger LOG = LoggerFactory.getLogger(SharedBuckets.class);
  private static final Duration SETTLED = Duration.ofMillis(250);
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();
  private static final int CHUNKS = 10;

  private final ProxyManager<byte[]> buckets;
  private final Counter fallbacks;

  /** When to ask again, by {@link System#nanoTime}; null while Redis answers. */
  private volatile @Nullable AtomicLong away;

  SharedBuckets(RedisClient redis, MeterRegistry meters) {
    this.buckets =
        Bucket4jJedis.casBasedBuilder(redis)
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
            .build();
    this.fallbacks =
        Counter.builder("perennial.limits.fallback")
            .description("Takings that were counted by this process alone: Redis was away")
            .register(meters);
  }

  Bucket bucket(String key, Rate rate) {
    var chunks = new DelayParameters(Math.max(1, rate.perSecond() / CHUNKS), SETTLED);
    return buckets
        .builder()
        .withOptimization(Optimizations.delaying(chunks))
        .build(key.getBytes(UTF_8), rate::configuration);
  }

  /** What the taking from the shared bucket gives, or from the local one where Redis is away. */
  <T> T take(Bucket shared, Bucket local, Function<Bucket, T> taking) {
    AtomicLong next = away;
    if (next != null && !isMyTurn(next)) {
      fallbacks.increment();
      return taking.apply(local);
    }
    try {
      T taken = taking.apply(shared);
      if (next != null) {
        away = null;
        LOG.info("Redis answers again: limits are common to all instances");
      }
      return taken;
    } catch (RuntimeException unanswered) {
      if (next == null) {
        LOG.warn(
            "Redis does not answer ({}): limits hold for each instance by itself",
            unanswered.getClass().getSimpleName());
      }
      away = new AtomicLong(System.nanoTime() + PAUSE);
      fallbacks.increment();
      return taking.apply(local);
    }
  }

  private static boolean isMyTurn(AtomicLong next) {
    long due = next.get();
    long now = System.nanoTime();
    return now - due >= 0 && next.compareAndSet(due, now + PAUSE);
  }
}
