package dev.perennial.operations.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.operations.OperationException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class ControlTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final MongoClient client;
  private final MongoDatabase control;
  private final TenantAdmin tenants;
  private final KeyAdmin keys;
  private final SignInLinks links;

  ControlTest(Backends backends) {
    client = MongoClients.create(backends.mongodb().uri());
    control = client.getDatabase(ControlDatabase.NAME);
    tenants = new TenantAdmin(client, CLOCK);
    keys = new KeyAdmin(client, CLOCK, new SecureRandom());
    links = new SignInLinks(client, CLOCK, new SecureRandom());
  }

  @BeforeEach
  void oneTenant() {
    control.drop();
    tenants.create("acme", "Acme Inc.");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void shouldLeaveATenantThatIsThereAsItIs() {
    assertThat(tenants.create("acme", "Another name")).isFalse();
    assertThat(tenants.list()).containsExactly(new Tenant("acme", "Acme Inc.", NOW));
  }

  @Test
  void shouldRefuseATenantsIdThatCannotBeSeen() {
    assertThatThrownBy(() -> tenants.create("acme\u202e", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tenants.create(" ", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tenants.create("a".repeat(129), "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCreatedKeyShouldBeTheOneThatIsStored() {
    CreatedKey created = keys.create("acme", "billing", Set.of(Scope.EVENTS_WRITE), null);

    ApiKey stored = keys.list("acme").getFirst();
    assertThat(stored).isEqualTo(created.key());
    assertThat(stored.accepts(ApiKeyToken.parse(created.token().text()).orElseThrow(), NOW))
        .isTrue();
  }

  @Test
  void theDatabaseShouldNotHoldTheSecretOfAKey() {
    CreatedKey created = keys.create("acme", "billing", Set.of(Scope.READ), null);
    Document stored =
        Objects.requireNonNull(control.getCollection(ControlDatabase.API_KEYS).find().first());
    assertThat(stored.toJson()).doesNotContain(created.token().secret());
  }

  @Test
  void shouldListATenantsKeysOnly() {
    tenants.create("other", "Other");
    keys.create("acme", "one", Set.of(Scope.READ), null);
    keys.create("other", "two", Set.of(Scope.READ), NOW.plusSeconds(1));
    assertThat(keys.list("acme")).extracting(ApiKey::name).containsExactly("one");
    assertThat(keys.list(null)).extracting(ApiKey::name).containsExactly("one", "two");
  }

  @Test
  void aRevokedKeyShouldStayOnRecord() {
    CreatedKey created = keys.create("acme", "billing", Set.of(Scope.READ), null);

    assertThat(keys.revoke(created.token().prefix())).isTrue();
    assertThat(keys.revoke(created.token().prefix())).isFalse();

    ApiKey stored = keys.list("acme").getFirst();
    assertThat(stored.revokedAt()).isEqualTo(NOW);
    assertThat(stored.accepts(created.token(), NOW)).isFalse();
  }

  @Test
  void shouldRefuseKeysThatCouldNotBeUsed() {
    assertThatThrownBy(() -> keys.create("nobody", "x", Set.of(Scope.READ), null))
        .isInstanceOf(OperationException.class);
    assertThatThrownBy(() -> keys.create("acme", "x", Set.of(), null))
        .isInstanceOf(OperationException.class);
    for (Instant end : List.of(NOW, Instant.EPOCH, Instant.MAX)) {
      assertThatThrownBy(() -> keys.create("acme", "x", Set.of(Scope.READ), end))
          .isInstanceOf(OperationException.class);
    }
    for (String name : List.of("", " ", "a\nb", "a\u202eb", "a".repeat(129))) {
      assertThatThrownBy(() -> keys.create("acme", name, Set.of(Scope.READ), null))
          .isInstanceOf(OperationException.class);
    }
    assertThatThrownBy(() -> keys.revoke("abcdefgh")).isInstanceOf(OperationException.class);
  }

  @Test
  void aSignInLinkShouldBeGoodForItsLifetimeAndStoredHashed() {
    String link = links.create("acme", Duration.ofMinutes(15));

    assertThat(link).matches("/sign-in\\?token=[A-Za-z0-9_-]{43}");
    Document stored =
        Objects.requireNonNull(
            control.getCollection(ControlDatabase.SIGN_IN_TOKENS).find().first());
    assertThat(stored.getString("_id")).hasSize(64);
    assertThat(stored.toJson()).doesNotContain(link.substring(link.indexOf('=') + 1));
    assertThat(stored.get("expiresAt")).isEqualTo(Date.from(NOW.plusSeconds(15 * 60)));
    assertThat(stored.get("tenantId")).isEqualTo("acme");
  }

  @Test
  void shouldRefuseASignInLinkForNobodyOrForNoTime() {
    assertThatThrownBy(() -> links.create("nobody", Duration.ofMinutes(1)))
        .isInstanceOf(OperationException.class);
    for (Duration lifetime : List.of(Duration.ZERO, Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatThrownBy(() -> links.create("acme", lifetime))
          .isInstanceOf(OperationException.class);
    }
  }
}
