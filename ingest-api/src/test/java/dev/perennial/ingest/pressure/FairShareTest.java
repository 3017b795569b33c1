package dev.perennial.ingest.pressure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareTest {

  private static final Duration NOT_AT_ALL = Duration.ZERO;

  private final AtomicLong now = new AtomicLong(1);
  private final FairShare room = new FairShare(now::get, 100, 1_000);

  @Test
  void shouldGiveAllOfItToATenantThatIsAlone() {
    assertThat(take("hog", 100)).isPresent();
    assertThat(take("hog", 1)).isEmpty();
    assertThat(room.used(0)).isEqualTo(100);
  }

  @Test
  void shouldBindWithEachOfItsKinds() {
    assertThat(room.take("hog", NOT_AT_ALL, 1, 1_000)).isPresent();
    assertThat(room.take("hog", NOT_AT_ALL, 1, 1)).isEmpty();
    assertThat(room.holds(100, 1_000)).isTrue();
    assertThat(room.holds(100, 1_001)).isFalse();
  }

  @Test
  void shouldLetANewcomerInWhereAnotherIsAtItsShare() {
    take("hog", 50);
    assertThat(take("newcomer", 50)).isPresent();
  }

  @Test
  void shouldHoldWhoIsOverItsShareBackForWhoFoundNoRoom() {
    List<FairShare.Grant> hog = fill("hog");
    assertThat(take("newcomer", 10)).isEmpty();
    hog.subList(0, 20).forEach(FairShare.Grant::giveBack);
    assertThat(take("hog", 1)).isEmpty();
    assertThat(take("newcomer", 10)).isPresent();
  }

  @Test
  void shouldLeaveHeadroomToWhoComesNowAndThen() {
    take("small", 1).orElseThrow().giveBack();
    assertThat(fill("hog").size()).isEqualTo(88);
    assertThat(take("small", 12)).isPresent();
  }

  @Test
  void shouldGiveAllAgainWhenNobodyElseComesAnyMore() {
    take("small", 1).orElseThrow().giveBack();
    fill("hog");
    assertThat(take("hog", 1)).isEmpty();
    after(Duration.ofSeconds(11));
    assertThat(take("hog", 12)).isPresent();
  }

  @Test
  void shouldNotCountWhatIsGivenBackTwice() {
    FairShare.Grant grant = take("one", 10).orElseThrow();
    take("two", 10);
    grant.giveBack();
    grant.giveBack();
    assertThat(room.used(0)).isEqualTo(10);
  }

  @Test
  void shouldWakeWhoWaitsWhenRoomIsGivenBack() {
    FairShare real = new FairShare(10);
    FairShare.Grant all = real.take("hog", NOT_AT_ALL, 10).orElseThrow();
    var waiting =
        CompletableFuture.supplyAsync(
            () -> real.take("patient", Duration.ofMinutes(1), 4), Thread::startVirtualThread);
    await().until(real::isAwaited);
    all.giveBack();
    assertThat(waiting.join()).isPresent();
  }

  @Test
  void shouldRefuseWhenPatienceEnds() {
    FairShare real = new FairShare(10);
    real.take("hog", NOT_AT_ALL, 10);
    assertThat(real.take("patient", Duration.ofMillis(20), 1)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldNeverGiveMoreThanThereIsAndNeverStarveASmallTenant(long seed) {
    Random random = new Random(seed);
    List<FairShare.Grant> grants = new ArrayList<>();
    long refusedInARow = 0;
    for (int step = 0; step < 5_000; step++) {
      after(Duration.ofMillis(random.nextInt(20)));
      take(random.nextBoolean() ? "hog" : "other", 1 + random.nextInt(30)).ifPresent(grants::add);
      assertThat(room.used(0)).as("seed %d", seed).isBetween(0L, 100L);
      // The oldest ends first, as records do.
      if (random.nextInt(3) > 0 && !grants.isEmpty()) {
        grants.removeFirst().giveBack();
      }
      if (step % 10 == 0) {
        Optional<FairShare.Grant> small = take("small", 2);
        small.ifPresent(FairShare.Grant::giveBack);
        refusedInARow = small.isPresent() ? 0 : refusedInARow + 1;
        assertThat(refusedInARow).as("seed %d", seed).isLessThan(2);
      }
    }
    grants.forEach(FairShare.Grant::giveBack);
    assertThat(room.used(0)).isZero();
    assertThat(room.used(1)).isZero();
    after(Duration.ofSeconds(11));
    assertThat(take("hog", 100)).as("seed %d", seed).isPresent();
  }

  private List<FairShare.Grant> fill(String tenant) {
    List<FairShare.Grant> grants = new ArrayList<>();
    for (var next = take(tenant, 1); next.isPresent(); next = take(tenant, 1)) {
      grants.add(next.get());
    }
    return grants;
  }

  private Optional<FairShare.Grant> take(String tenant, int records) {
    return room.take(tenant, NOT_AT_ALL, records, records);
  }

  private void after(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
