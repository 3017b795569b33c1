package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private static final String SCRIPT = resource("ids.lua");

  /** How long a request waits for the index. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** A call that takes longer is one too many: whoever gathers meanwhile waits for two. */
  private static final Duration SLOW = PATIENCE.dividedBy(2);

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** From the claim on: longer than any request, so that a sender's next try finds it. */
  private static final Duration PENDING_KEPT = Duration.ofMinutes(10);

  private static final String PENDING = "P";
  private static final String ACCEPTED = "A";
  private static final String RELEASED = "R";

  private final RedisClient redis;
  private final String window;
  private final Gate gate = new Gate(PAUSE, System::nanoTime);
  private final Calls calls = new Calls(this::call);
  private final Counter skipped;
  private final Timer calling;

  /**
   * @param window how long what was accepted is known
   */
  RedisIdIndex(RedisClient redis, Duration window, MeterRegistry registry) {
    this.redis = redis;
    this.window = Long.toString(window.toMillis());
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
  public List<Finding> claim(List<Claim> claims) {
    if (claims.isEmpty()) {
      return List.of();
    }
    return held(claims)
        .map(held -> findings(claims, held))
        .orElseGet(
            () -> {
              skipped.increment(claims.size());
              return IdIndex.none().claim(claims);
            });
  }

  private Optional<List<String>> held(List<Claim> claims) {
    if (!gate.permits()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          calls.ask(entries(PENDING, claims)).get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException skip) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<Finding> findings(List<Claim> claims, List<String> held) {
    List<Finding> findings = new ArrayList<>(claims.size());
    for (int i = 0; i < claims.size(); i++) {
      findings.add(finding(claims.get(i).content(), held.get(i)));
    }
    return findings;
  }

  private static Finding finding(String content, String held) {
    if (held.isEmpty()) {
      return new Finding.Free(true);
    }
    int receipt = 1 + content.length();
    if (!held.startsWith(content, 1)) {
      return new Finding.Reused();
    }
    return held.startsWith(ACCEPTED)
        ? new Finding.Duplicate(Optional.of(held.substring(receipt)).filter(it -> !it.isEmpty()))
        : new Finding.Free(false);
  }

  @Override
  public void accepted(List<Acceptance> acceptances) {
    tell(
        acceptances.stream()
            .map(
                one -> {
                  String value = ACCEPTED + one.claim().content() + one.receipt().orElse("");
                  return new Calls.Entry(one.claim().key(), value);
                })
            .toList());
  }

  @Override
  public void release(List<Claim> claims) {
    tell(entries(RELEASED, claims));
  }

  /** Nobody waits for it: what the index does not learn is sent again, and counts once. */
  private void tell(List<Calls.Entry> entries) {
    if (!entries.isEmpty() && gate.isOpen()) {
      calls.tell(entries);
    }
  }

  private static List<Calls.Entry> entries(String does, List<Claim> claims) {
    return claims.stream()
        .map(claim -> new Calls.Entry(claim.key(), does + claim.content()))
        .toList();
  }

  private List<String> call(List<Calls.Entry> entries) {
    long start = System.nanoTime();
    try {
      List<String> before = eval(entries);
      if (System.nanoTime() - start > SLOW.toNanos()) {
        skipForAWhile();
      } else {
        gate.open();
      }
      return before;
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

  private List<String> eval(List<Calls.Entry> entries) {
    List<String> keys = new ArrayList<>(entries.size());
    List<String> arguments = new ArrayList<>(entries.size() + 2);
    arguments.add(Long.toString(PENDING_KEPT.toMillis()));
    arguments.add(window);
    for (Calls.Entry entry : entries) {
      keys.add(entry.key());
      arguments.add(entry.wanted());
    }
    @SuppressWarnings("unchecked") // a script that answers a list of texts
    List<String> before = (List<String>) redis.eval(SCRIPT, keys, arguments);
    return before;
  }

  private static String resource(String name) {
    try (InputStream script =
        Objects.requireNonNull(RedisIdIndex.class.getResourceAsStream(name), name)) {
      return new String(script.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
