package dev.perennial.ingest.stripe;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.MongoException;
import dev.perennial.contracts.control.Hook;
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
 * Hooks by id, remembered for a short while, as API keys are: a rotation or a revocation holds
 * after {@link #FRESH} at the latest. While the store is away, known hooks go on for {@link
 * #STALE_AT_MOST}, and it is asked again only every {@link #PAUSE}.
 */
final class HookDirectory {

  static final Duration FRESH = Duration.ofSeconds(30);
  static final Duration UNKNOWN_FRESH = Duration.ofSeconds(5);
  static final Duration STALE_AT_MOST = Duration.ofMinutes(15);
  static final Duration PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(HookDirectory.class);
  private static final int REMEMBERED = 10_000;
  private static final int STRIPES = 16;

  private final HookStore store;
  private final Clock clock;

  /** Kept apart, so that a flood of invented ids drives out no real one. */
  private final Cache<String, Answer> known = bounded();

  private final Cache<String, Answer> unknown = bounded();

  /** By an id's hash: many requests to one address ask once, and the others wait for it. */
  private final ReentrantLock[] asking =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(ReentrantLock[]::new);

  private volatile Instant nextAttempt = Instant.MIN;

  /** The store did not answer, and what is remembered is not enough. */
  static final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private record Answer(Optional<Hook> hook, Instant readAt) {

    boolean isYoungerThan(Duration age, Instant now) {
      return now.isBefore(readAt.plus(age));
    }
  }

  HookDirectory(HookStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private static Cache<String, Answer> bounded() {
    return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  }

  /**
   * The hook that listens there; revoked ones do not.
   *
   * @throws Unavailable if nobody can say now
   */
  Optional<Hook> find(String id) {
    // No hook has another form: a path that nobody made costs no look-up.
    return Hook.isId(id)
        ? answer(id).filter(hook -> !hook.isRevoked(clock.instant()))
        : Optional.empty();
  }

  private Optional<Hook> answer(String id) {
    Answer fresh = fresh(id);
    if (fresh != null) {
      return fresh.hook();
    }
    ReentrantLock one = asking[Math.floorMod(id.hashCode(), STRIPES)];
    one.lock();
    try {
      Answer meanwhile = fresh(id);
      return meanwhile == null ? ask(id) : meanwhile.hook();
    } finally {
      one.unlock();
    }
  }

  private @Nullable Answer fresh(String id) {
    Instant now = clock.instant();
    Answer found = known.getIfPresent(id);
    if (found != null && found.isYoungerThan(FRESH, now)) {
      return found;
    }
    Answer missed = unknown.getIfPresent(id);
    return missed != null && missed.isYoungerThan(UNKNOWN_FRESH, now) ? missed : null;
  }

  private Optional<Hook> ask(String id) {
    Instant now = clock.instant();
    if (now.isBefore(nextAttempt)) {
      return stale(id, now);
    }
    try {
      Optional<Hook> found = store.find(id);
      remember(id, new Answer(found, now));
      return found;
    } catch (MongoException away) {
      nextAttempt = clock.instant().plus(PAUSE);
      LOG.warn("The control database does not answer ({})", away.getClass().getSimpleName());
      return stale(id, now);
    }
  }

  private void remember(String id, Answer answer) {
    boolean exists = answer.hook().isPresent();
    (exists ? known : unknown).put(id, answer);
    (exists ? unknown : known).invalidate(id);
  }

  private Optional<Hook> stale(String id, Instant now) {
    Answer remembered = known.getIfPresent(id);
    if (remembered == null || !remembered.isYoungerThan(STALE_AT_MOST, now)) {
      throw new Unavailable();
    }
    return remembered.hook();
  }
}
