package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Hook;
import dev.perennial.contracts.control.HookKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithBackends(Backend.MONGODB)
class HooksCommandTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");
  private static final String KEY = "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";
  private static final String SECRET = "whsec_firstOfTheTests";
  private static final String NEXT = "whsec_secondOfTheTests";

  @TempDir private Path folder;
  private final OperatorDesk desk = new OperatorDesk();
  private final String mongodb;
  private final MongoClient client;

  HooksCommandTest(Backends backends) {
    mongodb = "--mongodb=" + backends.mongodb().uri();
    client = MongoClients.create(backends.mongodb().uri());
  }

  @BeforeEach
  void oneTenant() throws IOException {
    client.getDatabase(ControlDatabase.NAME).drop();
    Files.writeString(folder.resolve("key"), KEY + "\n");
    Files.writeString(folder.resolve("secret"), SECRET + "\n");
    Files.writeString(folder.resolve("next"), NEXT + "\n");
    assertThat(desk.run(NOW, List.of("tenants", "create", mongodb, "acme"))).isZero();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void shouldShowThePathAndStoreTheSecretSealed() {
    String id = create("--account=acct_1Ab");
    Hook hook = Hook.fromDocument(stored(id));
    assertThat(hook.tenantId()).isEqualTo("acme");
    assertThat(hook.environment()).isEqualTo(Hook.Environment.LIVE);
    assertThat(hook.account()).isEqualTo("acct_1Ab");
    assertThat(HookKeys.parse(KEY).open(hook.secrets().getFirst(), id)).isEqualTo(SECRET);
    assertThat(stored(id).toJson()).doesNotContain(SECRET);
    assertThat(desk.out() + desk.err()).doesNotContain(SECRET).doesNotContain(KEY);
  }

  @Test
  void shouldHearBothSecretsForTheOverlapAndThenTheNewOne() {
    String id = create("--environment=test");
    assertThat(hooks("rotate", id, "next", "--overlap=PT1H")).as(desk.err()).isZero();
    assertThat(desk.out()).contains("secrets 2").doesNotContain(NEXT);

    Hook hook = Hook.fromDocument(stored(id));
    assertThat(hook.secretsAt(NOW)).hasSize(2);
    assertThat(hook.secretsAt(NOW.plus(Duration.ofHours(1))))
        .singleElement()
        .satisfies(last -> assertThat(HookKeys.parse(KEY).open(last, id)).isEqualTo(NEXT));
  }

  @Test
  void everyChangeShouldBeOnRecordWithoutSecrets() {
    String id = create("--operator=ada");
    hooks("rotate", id, "next", "--operator=ada");
    desk.run(NOW, List.of("hooks", "revoke", mongodb, "--operator=bob", id));
    desk.run(NOW, List.of("hooks", "revoke", mongodb, "--operator=bob", id));

    desk.run(NOW, List.of("audit", "list", mongodb));

    assertThat(desk.out().lines().skip(1))
        .hasSize(3)
        .allMatch(line -> line.contains("\t" + id + "\t{") && line.contains("tenant=acme"));
    assertThat(desk.out())
        .contains("ada\thook-created", "ada\thook-rotated", "bob\thook-revoked", "secrets=2")
        .doesNotContain(SECRET, NEXT);
    assertThat(desk.run(NOW, List.of("audit", "verify", mongodb))).isZero();
  }

  @Test
  void anOverlapShouldBeBounded() {
    String id = create();
    assertThat(hooks("rotate", id, "next", "--overlap=31d")).isOne();
    assertThat(desk.err()).contains("An overlap is 0 to 30 days").doesNotContain(NEXT);
  }

  @Test
  void shouldListAndRevokeWithoutAKey() {
    String id = create();
    assertThat(desk.run(NOW, List.of("hooks", "revoke", mongodb, id))).isZero();
    assertThat(desk.run(NOW, List.of("hooks", "revoke", mongodb, id))).isZero();
    assertThat(desk.out()).contains("was revoked before");
    assertThat(desk.run(NOW, List.of("hooks", "list", mongodb, "acme"))).isZero();
    assertThat(desk.out()).contains(id, "live", "revoked " + NOW);
    assertThat(hooks("rotate", id, "next")).isEqualTo(1);
    assertThat(desk.err()).contains("was revoked");
  }

  @Test
  void shouldRefuseWhatCannotBeAHook() throws IOException {
    Files.writeString(folder.resolve("secret"), "sk_live_notASigningSecret");
    assertThat(hooks("create", "acme", "secret")).isEqualTo(1);
    assertThat(desk.err()).contains("whsec_").doesNotContain("sk_live");
    assertThat(hooks("create", "nobody", "next")).isEqualTo(1);
    assertThat(desk.err()).contains("no tenant");
    assertThat(hooks("create", "acme", "next", "--account=evil/../acct")).isEqualTo(1);
    Files.writeString(folder.resolve("key"), "dG9vIHNob3J0");
    assertThat(hooks("create", "acme", "next")).isEqualTo(1);
    assertThat(desk.err()).contains("32 bytes").doesNotContain("dG9vIHNob3J0");
  }

  private String create(String... more) {
    assertThat(hooks("create", "acme", "secret", more)).as(desk.err()).isZero();
    String path = desk.out().strip();
    assertThat(path).startsWith("/v1/hooks/stripe/");
    return path.substring("/v1/hooks/stripe/".length());
  }

  private int hooks(String command, String subject, String secretFile, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "hooks",
                command,
                mongodb,
                "--hook-key-file=" + folder.resolve("key"),
                "--secret-file=" + folder.resolve(secretFile)));
    arguments.addAll(List.of(more));
    arguments.add(subject);
    return desk.run(NOW, arguments);
  }

  private Document stored(String id) {
    return Objects.requireNonNull(
        client
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.HOOKS)
            .find(new Document("_id", id))
            .first());
  }
}
