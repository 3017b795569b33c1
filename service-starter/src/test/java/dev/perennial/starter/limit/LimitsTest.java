package dev.perennial.starter.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.RedisServer;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import dev.perennial.starter.access.Caller;
import dev.perennial.starter.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import redis.clients.jedis.RedisClient;

class LimitsTest {

  private static final LimitProperties PROPERTIES =
      new LimitProperties(EnumSet.allOf(Kind.class), 1, 3, 100, DataSize.ofBytes(1000));
  private static final Caller CALLER = new Caller("acme", "abcdefgh", Set.of(Scope.READ));

  private final Limits limits = new Limits(PROPERTIES, null);

  @Test
  void shouldRefuseWhatIsOverTheBurstAndSayWhenToComeBack() {
    for (int request = 0; request < 3; request++) {
      limits.take(CALLER, Kind.REQUESTS, 1, Duration.ZERO);
    }
    assertThatThrownBy(() -> limits.take(CALLER, Kind.REQUESTS, 1, Duration.ZERO))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> {
              assertThat(refusal.problem().status()).isEqualTo(429);
              assertThat(refusal.problem().code()).isEqualTo("rate-limited");
              assertThat(refusal.headers().getFirst("Retry-After")).isEqualTo("1");
              assertThat(refusal.headers().getFirst("RateLimit")).isEqualTo("\"requests\";r=0;t=3");
              assertThat(refusal.headers().getFirst("RateLimit-Policy"))
                  .isEqualTo("\"requests\";q=3;w=3");
            });
  }

  @Test
  void shouldRefuseASettingThatNoBucketHolds() {
    assertThatThrownBy(
            () ->
                new LimitProperties(
                    EnumSet.allOf(Kind.class), 1, 3, 100, DataSize.ofBytes(1_000_000_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("perennial.limits.bytes-per-second is 1 to 1000000000");
  }

  @Test
  void shouldGoByTheKeysOwnLimit() {
    Caller own = new Caller("acme", "ownlimit", Set.of(Scope.READ), new KeyLimits(null, 5L, null));
    assertThat(takes(limits, own, Kind.EVENTS, 10, Duration.ZERO)).isTrue();
    assertThat(takes(limits, own, Kind.EVENTS, 5, Duration.ZERO)).isFalse();
    assertThat(takes(limits, CALLER, Kind.EVENTS, 100, Duration.ZERO)).isTrue();
  }

  @Test
  void whoHasPatienceShouldWaitForWhatFlowsBack() {
    assertThat(takes(limits, CALLER, Kind.EVENTS, 200, Duration.ZERO)).isTrue();
    assertThat(takes(limits, CALLER, Kind.EVENTS, 10, Duration.ofSeconds(5))).isTrue();
    assertThat(takes(limits, CALLER, Kind.EVENTS, 200, Duration.ofMillis(1))).isFalse();
  }

  @Test
  void moreThanABucketHoldsShouldTakeAllOfIt() {
    assertThat(takes(limits, CALLER, Kind.BYTES, 1_000_000, Duration.ZERO)).isTrue();
    assertThat(takes(limits, CALLER, Kind.BYTES, 1000, Duration.ZERO)).isFalse();
  }

  @Test
  void whatWasUsedAlreadyShouldDelayWhatComesNext() {
    limits.settle(CALLER, Kind.BYTES, 2000);
    limits.settle(CALLER, Kind.BYTES, 2000);
    assertThat(takes(limits, CALLER, Kind.BYTES, 100, Duration.ZERO)).isFalse();
  }

  @Test
  void aServiceThatLimitsNothingShouldRefuseNothing() {
    var none = new LimitProperties(Set.of(), 1, 1, 1, DataSize.ofBytes(1));
    Limits open = new Limits(none, null);
    assertThat(takes(open, CALLER, Kind.EVENTS, 1000, Duration.ZERO)).isTrue();
    assertThat(takes(open, CALLER, Kind.EVENTS, 1000, Duration.ZERO)).isTrue();
  }

  @Test
  void instancesShouldShareALimitAndGoOnAloneWhileRedisIsAway(@TempDir Path folder) {
    var meters = new SimpleMeterRegistry();
    try (RedisServer redis = RedisServer.start(folder);
        RedisClient client = RedisClient.builder().fromURI(URI.create(redis.uri())).build()) {
      Limits one = new Limits(PROPERTIES, new SharedBuckets(client, meters));
      Limits two = new Limits(PROPERTIES, new SharedBuckets(client, meters));
      assertThat(takes(one, CALLER, Kind.BYTES, 2000, Duration.ZERO)).isTrue();
      assertThat(takes(two, CALLER, Kind.BYTES, 1000, Duration.ZERO)).isFalse();

      redis.stop();
      assertThat(takes(two, CALLER, Kind.EVENTS, 200, Duration.ZERO)).isTrue();
      assertThat(takes(two, CALLER, Kind.EVENTS, 100, Duration.ZERO)).isFalse();
      double alone = meters.counter("perennial.limits.fallback").count();
      assertThat(alone).isGreaterThanOrEqualTo(2);

      redis.restart();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                double before = meters.counter("perennial.limits.fallback").count();
                takes(two, CALLER, Kind.REQUESTS, 1, Duration.ZERO);
                return meters.counter("perennial.limits.fallback").count() == before;
              });
    }
  }

  private static boolean takes(Limits limits, Caller caller, Kind kind, long n, Duration patience) {
    try {
      limits.take(caller, kind, n, patience);
      return true;
    } catch (ProblemException refused) {
      assertThat(refused.problem().code()).isEqualTo("rate-limited");
      return false;
    }
  }
}
