package dev.perennial.starter.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the control database holds by an id, remembered for a short while: what changes there holds
 * after {@link #FRESH} at the latest. While the database is away, what is known goes on for {@link
 * #STALE_AT_MOST}, and it is asked again only every {@link #PAUSE}.
 *
 * @param <T> API keys by their prefix, say
 */
public final class ControlDirectory<T> {

  public static final Duration FRESH = Duration.ofSeconds(30);
  public static final Duration UNKNOWN_FRESH = Duration.ofSeconds(5);
  public static final Duration STALE_AT_MOST = Duration.ofMinutes(15);
  public static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ControlDirectory.class);
  private static final int REMEMBERED = 10_000;
  private static final int STRIPES = 64;

  private final Function<String, Optional<T>> store;
  private final Clock clock;

  /** Kept apart, so that a flood of invented ids drives out no real one. */
  private final Cache<String, Answer<T>> known = bounded();

  private final Cache<String, Answer<T>> unknown = bounded();

  /** By an id's hash: many requests with one new id ask once, and the others wait for it. */
  private final ReentrantLock[] asking =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  private volatile Instant nextAttempt = Instant.MIN;

  /** The store did not answer, and what is remembered is not enough. */
  public static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Answer<T>(Optional<T> found, Instant readAt) {

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(readAt.plus(age));
    }
  }

  /**
   * @param store throws {@link MongoException} if it does not answer in time
   */
  public ControlDirectory(Function<String, Optional<T>> store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Tended by who reads it: every request does, and another thread would be woken for it. */
  private static <T> Cache<String, Answer<T>> bounded() {
    return Caffeine.newBuilder().executor(Runnable::run).maximumSize(REMEMBERED).build();
  }

  /**
   * @throws Unavailable if nobody can say now
   */
  public Optional<T> find(String id) {
    Answer<T> fresh = fresh(id);
    if (fresh != null) {
      return fresh.found();
    }
    ReentrantLock one = asking[Math.floorMod(id.hashCode(), STRIPES)];
    one.lock();
    try {
      Answer<T> meanwhile = fresh(id);
      return meanwhile == null ? ask(id) : meanwhile.found();
    } finally {
      one.unlock();
    }
  }

  /** Whether the database holds it, as far as is known without asking. */
  public boolean remembers(String id) {
    return known.getIfPresent(id) != null;
  }

  private @Nullable Answer<T> fresh(String id) {
    Instant now = clock.instant();
    Answer<T> found = known.getIfPresent(id);
    if (found != null && found.isYoungerThan(FRESH, now)) {
      return found;
    }
    Answer<T> missed = unknown.getIfPresent(id);
    return missed != null && missed.isYoungerThan(UNKNOWN_FRESH, now) ? missed : null;
  }

  private Optional<T> ask(String id) {
    Instant now = clock.instant();
    if (now.isBefore(nextAttempt)) {
      return stale(id, now);
    }
    try {
      Optional<T> found = store.apply(id);
      remember(id, new Answer<>(found, now));
      return found;
    } catch (MongoException away) {
      nextAttempt = clock.instant().plus(PAUSE);
      LOG.warn("The control database does not answer ({})", away.getClass().getSimpleName());
      return stale(id, now);
    }
  }

  private void remember(String id, Answer<T> answer) {
    boolean exists = answer.found().isPresent();
    (exists ? known : unknown).put(id, answer);
    (exists ? unknown : known).invalidate(id);
  }

  private Optional<T> stale(String id, Instant now) {
    Answer<T> remembered = known.getIfPresent(id);
    if (remembered == null || !remembered.isYoungerThan(STALE_AT_MOST, now)) {
      throw new Unavailable();
    }
    return remembered.found();
  }
}
