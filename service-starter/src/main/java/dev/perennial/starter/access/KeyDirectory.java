package dev.perennial.starter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import dev.perennial.contracts.control.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * API keys by prefix, remembered for a short while: a revocation holds after {@link #FRESH} at the
 * latest. While the store is away, known keys go on for {@link #STALE_AT_MOST}, and it is asked
 * again only every {@link #PAUSE}.
 */
final class KeyDirectory {

  static final Duration FRESH = Duration.ofSeconds(30);
  static final Duration UNKNOWN_FRESH = Duration.ofSeconds(5);
  static final Duration STALE_AT_MOST = Duration.ofMinutes(15);
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(KeyDirectory.class);
  private static final int REMEMBERED = 10_000;

  private final KeyStore store;
  private final Clock clock;

  /** Kept apart, so that a flood of invented keys drives out no real one. */
  private final Cache<String, Known> known = bounded();

  private final Cache<String, Instant> unknown = bounded();

  private volatile Instant nextAttempt = Instant.MIN;

  /** The store did not answer, and what is remembered is not enough. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Known(ApiKey key, Instant readAt) {}

  KeyDirectory(KeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static <V> Cache<String, V> bounded() {
    return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  }

  /**
   * @throws Unavailable if nobody can say now
   */
  Optional<ApiKey> find(String prefix) {
    Instant now = clock.instant();
    Known remembered = known.getIfPresent(prefix);
    if (remembered != null && within(remembered.readAt(), FRESH, now)) {
      return Optional.of(remembered.key());
    }
    Instant missedAt = unknown.getIfPresent(prefix);
    if (missedAt != null && within(missedAt, UNKNOWN_FRESH, now)) {
      return Optional.empty();
    }
    return now.isBefore(nextAttempt) ? stale(prefix, now) : ask(prefix, now);
  }

  private Optional<ApiKey> ask(String prefix, Instant now) {
    try {
      Optional<ApiKey> found = store.find(prefix);
      remember(prefix, found, now);
      return found;
    } catch (MongoException away) {
      nextAttempt = clock.instant().plus(PAUSE);
      LOG.warn("The control database does not answer ({})", away.getClass().getSimpleName());
      return stale(prefix, now);
    }
  }

  private void remember(String prefix, Optional<ApiKey> found, Instant now) {
    if (found.isPresent()) {
      known.put(prefix, new Known(found.get(), now));
      unknown.invalidate(prefix);
    } else {
      known.invalidate(prefix);
      unknown.put(prefix, now);
    }
  }

  private Optional<ApiKey> stale(String prefix, Instant now) {
    Known remembered = known.getIfPresent(prefix);
    if (remembered == null || !within(remembered.readAt(), STALE_AT_MOST, now)) {
      throw new Unavailable();
    }
    return Optional.of(remembered.key());
  }

  private static boolean within(Instant since, Duration window, Instant now) {
    return now.isBefore(since.plus(window));
  }
}
