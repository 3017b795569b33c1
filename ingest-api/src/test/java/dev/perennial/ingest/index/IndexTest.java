package dev.perennial.ingest.index;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.RedisServer;
import dev.perennial.backends.WithBackends;
import dev.perennial.domain.event.EventId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

@WithBackends(Backend.REDIS)
class IndexTest {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Finding FRESH = new Finding.Free(true);
  private static final Finding SENT_AGAIN = new Finding.Free(false);
  private static final Finding REUSED = new Finding.Reused();

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final String id = UUID.randomUUID().toString();
  private final RedisClient redis;
  private final IdIndex index;

  IndexTest(Backends backends) {
    this.redis = client(backends.redis().uri());
    this.index = new RedisIdIndex(redis, WEEK, registry);
  }

  @AfterEach
  void close() {
    redis.close();
  }

  @Test
  void shouldKnowWhatWasAcceptedWithItsReceipt() {
    assertThat(index.claim(List.of(claim(1)))).containsExactly(FRESH);
    accept(claim(1), "MToy");
    assertThat(index.claim(List.of(claim(1)))).containsExactly(duplicate("MToy"));
    assertThat(redis.pttl(claim(1).key())).isBetween(WEEK.toMillis() - 60_000, WEEK.toMillis());
  }

  @Test
  void shouldKnowReferenceDataWithoutAReceipt() {
    index.claim(List.of(claim(1)));
    index.accepted(List.of(new Acceptance(claim(1), true, Optional.empty())));
    await()
        .untilAsserted(
            () ->
                assertThat(index.claim(List.of(claim(1))))
                    .containsExactly(new Finding.Duplicate(Optional.empty())));
  }

  @Test
  void shouldSendAgainWhatWasClaimedAndNeverAcknowledged() {
    index.claim(List.of(claim(1)));
    assertThat(index.claim(List.of(claim(1)))).containsExactly(SENT_AGAIN);
    assertThat(redis.pttl(claim(1).key())).isBetween(1L, Duration.ofMinutes(10).toMillis());
  }

  @Test
  void shouldRefuseAnotherContentPendingOrAccepted() {
    index.claim(List.of(claim(1)));
    assertThat(index.claim(List.of(claim(2)))).containsExactly(REUSED);
    accept(claim(1), "MToy");
    assertThat(index.claim(List.of(claim(2)))).containsExactly(REUSED);
  }

  @Test
  void shouldNotMixTenantsNorSources() {
    index.claim(List.of(claim(1)));
    Claim otherTenant = Claim.of("globex", new EventId("/billing", id), digest(2));
    Claim otherSource = Claim.of("acme", new EventId("/other", id), digest(2));
    assertThat(index.claim(List.of(otherTenant, otherSource))).containsExactly(FRESH, FRESH);
  }

  @Test
  void shouldAcceptOneContentWhereTwoRace() {
    var findings =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> index.claim(List.of(claim(i))), Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .map(List::getFirst)
            .toList();
    assertThat(findings).containsOnlyOnce(FRESH).filteredOn(REUSED::equals).hasSize(39);
  }

  @Test
  void shouldForgetWhatIsReleasedWhilePending() {
    index.claim(List.of(claim(1)));
    index.release(List.of(claim(2)));
    index.release(List.of(claim(1)));
    await().until(() -> redis.get(claim(1).key()) == null);
    assertThat(index.claim(List.of(claim(2)))).containsExactly(FRESH);
    accept(claim(2), "MToy");
    index.release(List.of(claim(2)));
    assertThat(index.claim(List.of(claim(2)))).containsExactly(duplicate("MToy"));
  }

  @Test
  void shouldAnswerALargeBatchInItsOrder() {
    List<Claim> claims =
        IntStream.range(0, 3_000)
            .mapToObj(i -> Claim.of("acme", new EventId("/bulk", id + i), digest(1)))
            .toList();
    assertThat(index.claim(claims)).hasSize(3_000).containsOnly(FRESH);
    accept(claims.get(7), "MToy");
    List<Finding> again = index.claim(claims);
    assertThat(again.get(7)).isEqualTo(duplicate("MToy"));
    assertThat(again).filteredOn(SENT_AGAIN::equals).hasSize(2_999);
  }

  @Test
  void shouldTakeAsMuchOfRedisForLongIdsAndSourcesAndKeepThemApart() {
    Claim longer = Claim.of("acme", new EventId("/" + "s".repeat(200), id), digest(1));
    Claim other = Claim.of("acme", new EventId("/" + "s".repeat(201), id), digest(2));
    assertThat(new String(longer.key(), US_ASCII)).matches("ingest:id:[A-Za-z0-9_-]{22}");
    assertThat(index.claim(List.of(longer, other))).containsExactly(FRESH, FRESH);
  }

  @Test
  void shouldLeaveWhatAnotherContentHasWhereTheClaimWasSkipped() {
    index.claim(List.of(claim(1)));
    acceptAfter(index, claim(2), false);
    assertThat(index.claim(List.of(claim(1)))).containsExactly(SENT_AGAIN);
    accept(claim(1), "MToy");
    acceptAfter(index, claim(2), false);
    assertThat(index.claim(List.of(claim(1)))).containsExactly(duplicate("MToy"));
  }

  @Test
  void shouldLeaveWhatAnotherContentHasSinceThePendingWasForgotten() {
    Duration pause = Duration.ofMinutes(6);
    IdIndex paused =
        new RedisIdIndex(redis, WEEK, registry, () -> System.nanoTime() + pause.toNanos());
    assertThat(paused.claim(List.of(claim(1)))).containsExactly(FRESH);
    redis.del(claim(1).key());
    assertThat(index.claim(List.of(claim(2)))).containsExactly(FRESH);
    acceptAfter(paused, claim(1), true);
    assertThat(index.claim(List.of(claim(2)))).containsExactly(SENT_AGAIN);
  }

  /** Returns when the index has seen it, whatever it makes of it. */
  private void acceptAfter(IdIndex noting, Claim claim, boolean fresh) {
    Claim marker =
        Claim.of("acme", new EventId("/marker", UUID.randomUUID().toString()), digest(1));
    noting.accepted(
        List.of(
            new Acceptance(claim, fresh, Optional.of("MToz")),
            new Acceptance(marker, false, Optional.empty())));
    await().until(() -> redis.exists(marker.key()));
  }

  @Test
  void shouldBeSkippedWhereRedisIsFull() {
    redis.configSet("maxmemory", "1");
    try {
      assertThat(index.claim(List.of(claim(1)))).containsExactly(SENT_AGAIN);
      assertThat(skipped()).isEqualTo(1);
    } finally {
      redis.configSet("maxmemory", "0");
    }
    await().untilAsserted(() -> assertThat(index.claim(List.of(claim(1)))).containsExactly(FRESH));
  }

  @Test
  void shouldBeSkippedWhileRedisIsAwayAndKnowItsIdsWhenItIsBack(@TempDir Path folder) {
    try (RedisServer server = RedisServer.start(folder);
        RedisClient own = client(server.uri())) {
      IdIndex mortal = new RedisIdIndex(own, WEEK, registry);
      assertThat(mortal.claim(List.of(claim(1)))).containsExactly(FRESH);
      server.stop();
      assertThat(mortal.claim(List.of(claim(1)))).containsExactly(SENT_AGAIN);
      assertThat(mortal.claim(List.of(claim(2)))).containsExactly(SENT_AGAIN);
      assertThat(skipped()).isEqualTo(2);
      server.restart();
      await()
          .untilAsserted(() -> assertThat(mortal.claim(List.of(claim(2)))).containsExactly(REUSED));
    }
  }

  @Test
  void shouldNotWaitForARedisThatHangs(@TempDir Path folder) throws Exception {
    try (RedisServer server = RedisServer.start(folder);
        RedisClient own = client(server.uri())) {
      IdIndex mortal = new RedisIdIndex(own, WEEK, registry);
      mortal.claim(List.of(claim(1)));
      signal("STOP", server);
      long start = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        mortal.claim(List.of(claim(2)));
      }
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      signal("CONT", server);
      // One wait of half a second, and perhaps others by who tries after a pause; not fifty.
      assertThat(taken).isLessThan(Duration.ofSeconds(5));
      await()
          .untilAsserted(() -> assertThat(mortal.claim(List.of(claim(2)))).containsExactly(REUSED));
    }
  }

  private static void signal(String name, RedisServer server) throws Exception {
    String pid = Long.toString(server.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private void accept(Claim claim, String receipt) {
    index.accepted(List.of(new Acceptance(claim, true, Optional.of(receipt))));
    await().until(() -> redis.get(claim.key())[0] == Note.ACCEPTED);
  }

  private double skipped() {
    return registry.get("perennial.ingest.index.skipped").counter().count();
  }

  private Claim claim(int content) {
    return Claim.of("acme", new EventId("/billing", id), digest(content));
  }

  private static String digest(int content) {
    return String.format("%032x", content);
  }

  private static Finding duplicate(String receipt) {
    return new Finding.Duplicate(Optional.of(receipt));
  }

  /** As a service has it. */
  private static RedisClient client(String uri) {
    return RedisClient.builder()
        .clientConfig(
            DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(500)
                .socketTimeoutMillis(500)
                .build())
        .fromURI(URI.create(uri))
        .build();
  }
}
