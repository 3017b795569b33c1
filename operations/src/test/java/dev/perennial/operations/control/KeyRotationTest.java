package dev.perennial.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.KeyLimits;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class KeyRotationTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Overlap A_DAY = new Overlap(Duration.ofHours(24));
  private static final Overlap NONE = new Overlap(Duration.ZERO);

  private final MongoClient client;
  private final KeyAdmin keys;

  KeyRotationTest(Backends backends) {
    client = MongoClients.create(backends.mongodb().uri());
    keys = at(NOW);
  }

  @BeforeEach
  void oneTenant() {
    client.getDatabase(ControlDatabase.NAME).drop();
    new TenantAdmin(client, Clock.fixed(NOW, ZoneOffset.UTC)).create("acme", "Acme Inc.");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aRotatedKeyShouldGoOnForTheOverlapAndItsSuccessorBeLikeIt() {
    Set<Scope> scopes = Set.of(Scope.READ, Scope.EVENTS_WRITE);
    KeyLimits limits = new KeyLimits(null, 5L, null);
    CreatedKey old = keys.create("acme", "billing", scopes, null, limits);

    Rotation rotation = keys.rotate(old.token().prefix(), A_DAY, null);

    CreatedKey successor = rotation.successor();
    ApiKey left = keys.find(old.token().prefix());
    assertThat(left.successor()).isEqualTo(successor.token().prefix());
    assertThat(left.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(rotation.ends()).isEqualTo(left.expiresAt());
    assertThat(left.accepts(old.token(), NOW)).isTrue();
    ApiKey made = keys.find(successor.token().prefix());
    assertThat(made).isEqualTo(successor.key());
    assertThat(made.scopes()).isEqualTo(scopes);
    assertThat(made.limits()).isEqualTo(limits);
    assertThat(made.name()).isEqualTo("billing");
    assertThat(made.expiresAt()).isNull();
    assertThat(made.accepts(successor.token(), NOW)).isTrue();
  }

  @Test
  void theSuccessorOfAKeyThatIsAboutToExpireShouldLiveAsLongAsThatWasTo() {
    Duration year = Duration.ofDays(365);
    String old =
        keys.create("acme", "billing", Set.of(Scope.READ), NOW.plus(year)).token().prefix();
    Instant lastHour = NOW.plus(year).minusSeconds(3_600);

    Rotation rotation = at(lastHour).rotate(old, A_DAY, null);

    assertThat(rotation.ends()).isEqualTo(NOW.plus(year));
    assertThat(keys.find(old).expiresAt()).isEqualTo(NOW.plus(year));
    assertThat(rotation.successor().key().expiresAt()).isEqualTo(lastHour.plus(year));
  }

  @Test
  void aGivenExpiryShouldHoldForTheSuccessorAlone() {
    String old = keys.create("acme", "billing", Set.of(Scope.READ), null).token().prefix();
    assertThatThrownBy(() -> keys.rotate(old, A_DAY, NOW)).isInstanceOf(OperationException.class);

    Instant end = NOW.plus(Duration.ofDays(90));
    assertThat(keys.rotate(old, A_DAY, end).successor().key().expiresAt()).isEqualTo(end);
    assertThat(keys.find(old).expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void anOverlapShouldHaveBounds() {
    assertThat(new Overlap(Overlap.LONGEST).endsAt(NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
    for (Duration none :
        List.of(
            Duration.ofNanos(-1),
            Overlap.LONGEST.plusNanos(1),
            Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> new Overlap(none))
          .isInstanceOf(OperationException.class)
          .hasMessage("An overlap is 0 to 30 days");
    }
  }

  @Test
  void shouldRotateOnlyWhatIsInUse() {
    String rotated = keys.create("acme", "a", Set.of(Scope.READ), null).token().prefix();
    keys.rotate(rotated, NONE, null);
    String revoked = keys.create("acme", "b", Set.of(Scope.READ), null).token().prefix();
    keys.revoke(revoked);
    for (String prefix : List.of(rotated, revoked, "abcdefgh")) {
      assertThatThrownBy(() -> keys.rotate(prefix, NONE, null))
          .isInstanceOf(OperationException.class);
    }
    assertThat(keys.list("acme")).hasSize(3);
  }

  /** Whichever is first: no key goes on that was revoked, and of two successors there is one. */
  @Test
  void rotationsAndRevocationsAtOnceShouldLeaveOneChainAndOneSuccessor() {
    String old = keys.create("acme", "billing", Set.of(Scope.READ), null).token().prefix();
    List<Callable<?>> changes =
        List.of(
            () -> keys.rotate(old, A_DAY, null),
            () -> keys.rotate(old, A_DAY, null),
            () -> keys.rotate(old, A_DAY, null),
            () -> keys.revoke(old));

    List<CompletableFuture<Boolean>> all =
        IntStream.range(0, changes.size())
            .mapToObj(each -> CompletableFuture.supplyAsync(() -> done(changes.get(each))))
            .toList();

    assertThat(all.getLast().join()).isTrue();
    long rotations = all.subList(0, 3).stream().filter(CompletableFuture::join).count();
    assertThat(rotations).isLessThanOrEqualTo(1);
    assertThat(keys.list("acme")).hasSize((int) (1 + rotations));
    assertThat(keys.find(old).revokedAt()).isEqualTo(NOW);
    AuditChain.Verdict verdict = new AuditChain(client, Clock.systemUTC(), "test").verify(null);
    assertThat(verdict.broken()).isFalse();
    assertThat(verdict.entries()).isEqualTo(3 + rotations);
  }

  private static boolean done(Callable<?> change) {
    try {
      change.call();
      return true;
    } catch (OperationException tooLate) {
      return false;
    } catch (Exception failure) {
      throw new CompletionException(failure);
    }
  }

  private KeyAdmin at(Instant now) {
    return new KeyAdmin(client, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
  }
}
