package dev.perennial.starter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import dev.perennial.contracts.control.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
  private static final int STRIPES = 64;

  private final KeyStore store;
  private final Clock clock;

  /** Kept apart, so that a flood of invented keys drives out no real one. */
  private final Cache<String, Answer> known = bounded();

  private final Cache<String, Answer> unknown = bounded();

  /** By a prefix's hash: many requests with one new key ask once, and the others wait for it. */
  private final ReentrantLock[] asking =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  private volatile Instant nextAttempt = Instant.MIN;

  /** The store did not answer, and what is remembered is not enough. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Answer(Optional<ApiKey> key, Instant readAt) {

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(readAt.plus(age));
    }
  }

  KeyDirectory(KeyStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static Cache<String, Answer> bounded() {
    return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  }

  /**
   * @throws Unavailable if nobody can say now
   */
  Optional<ApiKey> find(String prefix) {
    Answer fresh = fresh(prefix);
    if (fresh != null) {
      return fresh.key();
    }
    ReentrantLock one = asking[Math.floorMod(prefix.hashCode(), STRIPES)];
    one.lock();
    try {
      Answer meanwhile = fresh(prefix);
      return meanwhile == null ? ask(prefix) : meanwhile.key();
    } finally {
      one.unlock();
    }
  }

  /** Whether a key of that prefix exists, as far as is known without asking. */
  boolean remembers(String prefix) {
    return known.getIfPresent(prefix) != null;
  }

  private @Nullable Answer fresh(String prefix) {
    Instant now = clock.instant();
    Answer found = known.getIfPresent(prefix);
    if (found != null && found.isYoungerThan(FRESH, now)) {
      return found;
    }
    Answer missed = unknown.getIfPresent(prefix);
    return missed != null && missed.isYoungerThan(UNKNOWN_FRESH, now) ? missed : null;
  }

  private Optional<ApiKey> ask(String prefix) {
    Instant now = clock.instant();
    if (now.isBefore(nextAttempt)) {
      return stale(prefix, now);
    }
    try {
      Optional<ApiKey> found = store.find(prefix);
      remember(prefix, new Answer(found, now));
      return found;
    } catch (MongoException away) {
      nextAttempt = clock.instant().plus(PAUSE);
      LOG.warn("The control database does not answer ({})", away.getClass().getSimpleName());
      return stale(prefix, now);
    }
  }

  private void remember(String prefix, Answer answer) {
    boolean exists = answer.key().isPresent();
    (exists ? known : unknown).put(prefix, answer);
    (exists ? unknown : known).invalidate(prefix);
  }

  private Optional<ApiKey> stale(String prefix, Instant now) {
    Answer remembered = known.getIfPresent(prefix);
    if (remembered == null || !remembered.isYoungerThan(STALE_AT_MOST, now)) {
      throw new Unavailable();
    }
    return remembered.key();
  }
}
