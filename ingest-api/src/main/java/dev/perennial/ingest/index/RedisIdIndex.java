package dev.perennial.ingest.index;

import dev.perennial.ingest.pressure.Waits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The index on Redis. Where Redis is away, slow or full, it is skipped: asked again after a pause,
 * by one request first.
 */
final class RedisIdIndex implements IdIndex {

  private static final Logger LOG = LoggerFactory.getLogger(RedisIdIndex.class);

  /** How long a request waits for the index. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** A call that takes longer is one too many: whoever gathers meanwhile waits for two. */
  private static final Duration SLOW = PATIENCE.dividedBy(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** From the claim on: longer than any request, so that a sender's next try finds it. */
  private static final Duration PENDING_KEPT = Duration.ofMinutes(10);

  /** Of a claim that is older, PENDING may be forgotten, and another content may stand there. */
  private static final Duration SURE = PENDING_KEPT.dividedBy(2);

  /** Nobody waits for notes: fewer calls with more of them cost less. */
  private static final Calls.Gathering NOTES = new Calls.Gathering(Duration.ofMillis(10), 0);

  /**
   * Requests wait for claims: where they come by the ten thousand a second, a call for each two or
   * three of them takes more of the processor, theirs too, than this wait takes of their time.
   */
  private static final Calls.Gathering CLAIMS = new Calls.Gathering(Duration.ofNanos(300_000), 4);

  private final RedisClient redis;
  private final StoredIds ids;
  private final Gate gate = new Gate(PAUSE, System::nanoTime);
  private final Calls<Claim, Finding> claims;
  private final Calls<Change, Change> changes;
  private final LongSupplier nanoTime;
  private final Counter skipped;
  private final Timer calling;

  /**
   * @param window how long what was accepted is known
   */
  RedisIdIndex(RedisClient redis, Duration window, MeterRegistry registry) {
    this(redis, window, registry, System::nanoTime);
  }

  /**
   * @param nanoTime by which claims grow old
   */
  RedisIdIndex(RedisClient redis, Duration window, MeterRegistry registry, LongSupplier nanoTime) {
    this.redis = redis;
    this.nanoTime = nanoTime;
    this.ids = new StoredIds(redis, PENDING_KEPT, window);
    this.claims = new Calls<>("claims-of-ids", CLAIMS, these -> call(() -> ids.claim(these)));
    this.changes = new Calls<>("notes-of-ids", NOTES, these -> call(() -> changed(these)));
    this.skipped =
        Counter.builder("perennial.ingest.index.skipped")
            .description("Events that were taken without asking the index of ids")
            .register(registry);
    this.calling =
        Timer.builder("perennial.ingest.index.calls")
            .description("Calls of the index of ids, each for all requests that had gathered")
            .register(registry);
  }

  @Override
  public List<Finding> claim(List<Claim> wanted) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    return asked(wanted)
        .orElseGet(
            () -> {
              skipped.increment(wanted.size());
              return IdIndex.none().claim(wanted);
            });
  }

  private Optional<List<Finding>> asked(List<Claim> wanted) {
    if (!gate.permits()) {
      return Optional.empty();
    }
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      return Optional.of(Waits.await(claims.ask(wanted), deadline));
    } catch (ExecutionException skip) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void accepted(List<Acceptance> acceptances) {
    tell(acceptances.stream().map(this::change).toList());
  }

  private Change change(Acceptance acceptance) {
    Claim claim = acceptance.claim();
    boolean sure = acceptance.fresh() && nanoTime.getAsLong() - claim.madeAt() < SURE.toNanos();
    return new Change(claim, Note.accepted(claim, acceptance.receipt()), sure);
  }

  @Override
  public void release(List<Claim> fresh) {
    tell(fresh.stream().map(claim -> new Change(claim, Note.released(claim), false)).toList());
  }

  /** Nobody waits for it: what the index does not learn is sent again, and counts once. */
  private void tell(List<Change> these) {
    if (!these.isEmpty() && gate.isOpen()) {
      changes.tell(these);
    }
  }

  private List<Change> changed(List<Change> these) {
    ids.change(these);
    return these;
  }

  private <A> List<A> call(Supplier<List<A>> asking) {
    long start = System.nanoTime();
    try {
      List<A> answers = asking.get();
      if (System.nanoTime() - start > SLOW.toNanos()) {
        skipForAWhile();
      } else {
        gate.open();
      }
      return answers;
    } catch (JedisException away) {
      skipForAWhile();
      // Connections that a restart cut would fail one after the other.
      redis.getPool().clear();
      throw away;
    } finally {
      calling.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  private void skipForAWhile() {
    if (gate.isOpen()) {
      LOG.warn("The index of ids is skipped: Redis is away, slow or full");
    }
    gate.shut();
  }
}
