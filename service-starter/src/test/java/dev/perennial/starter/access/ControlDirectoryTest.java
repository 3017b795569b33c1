package dev.perennial.starter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.Scope;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The passing of time in the directory; the store's own behaviour is tested against MongoDB. */
class ControlDirectoryTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T08:00:00Z"));
  private final Map<String, ApiKey> stored = new HashMap<>();
  private final ControlDirectory<ApiKey> directory = new ControlDirectory<>(this::find, clock);
  private final ApiKey key =
      ApiKey.of(
          ApiKeyToken.generate(new SecureRandom()),
          "acme",
          "test",
          Set.of(Scope.READ),
          clock.instant());

  private boolean away;
  private int asked;

  @Test
  void shouldAskOnceWhileAKeyIsFresh() {
    stored.put(key.prefix(), key);
    assertThat(directory.find(key.prefix())).contains(key);
    clock.pass(ControlDirectory.FRESH.minusMillis(1));
    assertThat(directory.find(key.prefix())).contains(key);
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void shouldAskOnceForManyRequestsWithANewKey() {
    stored.put(key.prefix(), key);
    var answers =
        IntStream.range(0, 200)
            .mapToObj(
                request ->
                    CompletableFuture.supplyAsync(
                        () -> directory.find(key.prefix()), Thread::startVirtualThread))
            .toList();
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).contains(key));
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void shouldForgetARemovedKeyWhenItIsNoLongerFresh() {
    stored.put(key.prefix(), key);
    directory.find(key.prefix());
    stored.clear();
    clock.pass(ControlDirectory.FRESH);
    assertThat(directory.find(key.prefix())).isEmpty();
  }

  @Test
  void shouldRememberThatAKeyIsUnknown() {
    directory.find(key.prefix());
    stored.put(key.prefix(), key);
    assertThat(directory.find(key.prefix())).isEmpty();
    clock.pass(ControlDirectory.UNKNOWN_FRESH);
    assertThat(directory.find(key.prefix())).contains(key);
  }

  @Test
  void shouldGoOnWithKnownKeysWhileTheStoreIsAway() {
    stored.put(key.prefix(), key);
    directory.find(key.prefix());
    away = true;
    clock.pass(ControlDirectory.STALE_AT_MOST.minusMillis(1));
    assertThat(directory.find(key.prefix())).contains(key);
    clock.pass(Duration.ofMillis(1));
    assertThatThrownBy(() -> directory.find(key.prefix()))
        .isInstanceOf(ControlDirectory.Unavailable.class);
  }

  @Test
  void shouldNotAskAStoreThatIsAwayForEveryRequest() {
    away = true;
    for (int request = 0; request < 10; request++) {
      assertThatThrownBy(() -> directory.find(key.prefix()))
          .isInstanceOf(ControlDirectory.Unavailable.class);
    }
    assertThat(asked).isEqualTo(1);
    away = false;
    stored.put(key.prefix(), key);
    clock.pass(ControlDirectory.PAUSE);
    assertThat(directory.find(key.prefix())).contains(key);
  }

  private Optional<ApiKey> find(String prefix) {
    asked++;
    if (away) {
      throw new MongoTimeoutException("away");
    }
    return Optional.ofNullable(stored.get(prefix));
  }

  private static final class SettableClock extends Clock {
    private Instant now;

    SettableClock(Instant start) {
      this.now = start;
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
