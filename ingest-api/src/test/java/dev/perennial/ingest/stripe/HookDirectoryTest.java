package dev.perennial.ingest.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import dev.perennial.starter.access.ControlDirectory;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookDirectoryTest {

  private static final Instant START = Instant.parse("2026-11-28T08:00:00Z");
  private static final String ID = "AAAAAAAAAAAAAAAAAAAAAA";

  private final Map<String, Hook> stored = new HashMap<>();
  private Instant now = START;
  private int asked;
  private boolean away;
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final HookDirectory hooks = new HookDirectory(this::read, clock);

  @Test
  void shouldAskOnceInHalfAMinute() {
    stored.put(ID, hook(null));
    assertThat(hooks.find(ID)).isPresent();
    now = START.plus(ControlDirectory.FRESH).minusMillis(1);
    assertThat(hooks.find(ID)).isPresent();
    assertThat(asked).isEqualTo(1);
    now = START.plus(ControlDirectory.FRESH);
    stored.remove(ID);
    assertThat(hooks.find(ID)).isEmpty();
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void shouldRememberForAShortWhileThatNobodyListens() {
    assertThat(hooks.find(ID)).isEmpty();
    stored.put(ID, hook(null));
    assertThat(hooks.find(ID)).isEmpty();
    now = START.plus(ControlDirectory.UNKNOWN_FRESH);
    assertThat(hooks.find(ID)).isPresent();
  }

  @Test
  void aKnownHookShouldGoOnForABoundedTimeWithoutTheDatabase() {
    stored.put(ID, hook(null));
    assertThat(hooks.find(ID)).isPresent();
    away = true;
    now = START.plus(ControlDirectory.STALE_AT_MOST).minusMillis(1);
    assertThat(hooks.find(ID)).isPresent();
    assertThat(hooks.find(ID)).isPresent();
    assertThat(asked).isEqualTo(2);
    now = START.plus(ControlDirectory.STALE_AT_MOST);
    assertThatThrownBy(() -> hooks.find(ID)).isInstanceOf(ControlDirectory.Unavailable.class);
  }

  @Test
  void aRevokedHookShouldBeLikeNone() {
    stored.put(ID, hook(START.plusSeconds(10)));
    assertThat(hooks.find(ID)).isPresent();
    now = START.plusSeconds(10);
    assertThat(hooks.find(ID)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAA=", "AAAAAAAAAAAAAAAAAAAAAAA"})
  void shouldNotLookForWhatIsNoId(String id) {
    assertThat(hooks.find(id)).isEmpty();
    assertThat(asked).isZero();
  }

  private Optional<Hook> read(String id) {
    asked++;
    if (away) {
      throw new MongoTimeoutException("away");
    }
    return Optional.ofNullable(stored.get(id));
  }

  private static Hook hook(@Nullable Instant revokedAt) {
    HookKeys keys = HookKeys.parse("QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=");
    return new Hook(
        ID,
        Hook.STRIPE,
        "acme",
        Hook.Environment.LIVE,
        null,
        List.of(keys.seal("whsec_x", ID, new SecureRandom(), START)),
        START,
        revokedAt);
  }
}
