package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@WithBackends({Backend.KAFKA, Backend.MONGODB})
class PerennialTest {

  private static final String NOWHERE = "127.0.0.1:1";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final String mongodb;
  private final String kafka;

  PerennialTest(Backends backends) {
    mongodb = "--mongodb=" + backends.mongodb().uri();
    kafka = "--kafka=" + backends.kafka().bootstrapServers();
  }

  @BeforeEach
  void emptyControlDatabase() {
    try (MongoClient client = MongoClients.create(mongodb.substring("--mongodb=".length()))) {
      client.getDatabase("control").drop();
    }
  }

  @Test
  void withoutACommandShouldExplainItself() {
    assertThat(run()).isZero();
    assertThat(out.toString())
        .contains("topics", "connectors", "keys", "supervise", "Exit codes:", "environment");
  }

  /** It says them before anything is built. */
  @Test
  void theLauncherShouldNameEveryCommand() throws IOException {
    String launcher = Files.readString(Path.of("..", "perennial"));
    String usage = launcher.substring(launcher.indexOf("<<USAGE"), launcher.indexOf("\nUSAGE"));
    assertThat(usage.split("[^a-z-]+"))
        .containsAll(Perennial.commandLine(Clock.systemUTC()).getSubcommands().keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topics",
        "topics apply --help",
        "collections",
        "connectors",
        "connectors apply --help",
        "keys",
        "keys create --help",
        "keys rotate --help",
        "audit",
        "audit verify --help",
        "hooks",
        "hooks create --help",
        "hooks rotate --help",
        "tenants",
        "sign-in-link --help",
        "supervise --help",
        "dead-letters",
        "dead-letters list --help",
        "dead-letters show --help",
        "dead-letters replay --help",
        "dead-letters discard --help",
        "preview --help",
        "import --help"
      })
  void everyCommandShouldExplainItself(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out.toString()).contains("Usage: perennial").doesNotContain("mongodb://");
  }

  @Test
  void shouldApplyAndCheckTopics() {
    assertThat(topics("check")).isEqualTo(3);
    assertThat(out.toString()).contains("topic subscriptions.e91 is missing");
    assertThat(topics("apply", mongodb, "--operator=ada")).isZero();
    assertThat(out.toString()).contains("created topic subscriptions.e91");
    assertThat(topics("apply")).isZero();
    assertThat(run("audit", "list", mongodb)).isZero();
    assertThat(out.toString()).containsOnlyOnce("\tada\ttopics-applied\tepoch 91\t{done=");
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString()).contains("nothing to do");
    assertThat(topics("check")).isZero();
  }

  /** The topics without an epoch are other tests' too, who want two partitions. */
  private int topics(String command, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of("topics", command, kafka, "--epoch=91", "--replication=1", "--partitions=2"));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  @Test
  void shouldListTheDeclaredTopicsWithoutACluster() {
    assertThat(run("topics", "list", "--epoch=4")).isZero();
    assertThat(out.toString())
        .contains("payments.e4 partitions=12 replication=3", "min.insync.replicas=2");
  }

  @Test
  void shouldShowAKeyOnceAndAloneOnStandardOutput() {
    run("tenants", "create", "acme", mongodb, "--name=Acme Inc.");
    out.getBuffer().setLength(0);

    assertThat(
            run(
                "keys",
                "create",
                "acme",
                mongodb,
                "--name=billing",
                "--scope=events:write,rates:write,read",
                "--expires=2027-01-01T00:00:00Z"))
        .isZero();
    String key = out.toString().strip();
    assertThat(key).matches("pk_[a-z0-9]{8}_[A-Za-z0-9_-]{49}");
    assertThat(err.toString()).contains("acme", "billing", "events:write,rates:write,read");

    run("keys", "list", mongodb);
    assertThat(out.toString().replaceFirst(key, ""))
        .contains(key.substring(3, 11), "expires 2027-01-01T00:00:00Z")
        .doesNotContain(key);

    assertThat(run("keys", "revoke", key, mongodb)).isZero();
    assertThat(run("keys", "revoke", key.substring(3, 11), mongodb)).isZero();
    run("keys", "list", "acme", mongodb);
    assertThat(out.toString()).contains("was revoked before", "revoked 2026-11-23T08:00:00Z");
  }

  @Test
  void shouldMakeTenantsAndSignInLinks() {
    assertThat(run("tenants", "create", "acme", mongodb)).isZero();
    assertThat(run("tenants", "create", "acme", mongodb)).isZero();
    assertThat(run("tenants", "list", mongodb)).isZero();
    assertThat(run("sign-in-link", "acme", mongodb, "--lifetime=PT1H")).isZero();
    assertThat(out.toString())
        .contains("created tenant acme", "tenant acme is there already", "/sign-in?token=");
  }

  @Test
  void shouldApplyCollections() {
    assertThat(run("collections", "apply", mongodb, "--epoch=92")).isZero();
    assertThat(out.toString()).contains("created collection subscriber-totals");
  }

  @Test
  void shouldWriteTheSecretsFile(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("secrets.properties");
    assertThat(run("connectors", "secrets", file.toString(), mongodb, "--redis=redis://:x@h:1"))
        .isZero();
    assertThat(Files.readString(file)).contains("mongodb.uri", "redis.uri");
  }

  @Test
  void shouldSayInOneLineWhatIsNotThere() {
    assertThat(run("keys", "create", "nobody", mongodb, "--name=x", "--scope=read")).isOne();
    assertThat(run("keys", "create", "nobody", mongodb, "--name=x", "--scope=all")).isOne();
    assertThat(run("connectors", "status", "--connect=http://" + NOWHERE)).isOne();
    assertThat(err.toString().lines())
        .containsExactly(
            "perennial: There is no tenant of that id; tenants list shows them all",
            "perennial: Scopes are events:write, events:backfill, rates:write, destinations:write,"
                + " read",
            "perennial: Kafka Connect does not answer at http://" + NOWHERE);
  }

  @Test
  void shouldNeverEchoAPassword() {
    String wrong = mongodb.replaceFirst(":[^:@]+@", ":wrong-password@");
    assertThat(run("tenants", "list", wrong)).isOne();
    assertThat(run("tenants", "list", "--mongodb=nonsense://u:wrong-password@h")).isOne();
    assertThat(run("connectors", "secrets", "f", "--mongodb=mongodb://u:wrong-password@h")).isOne();
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(err.toString())
        .startsWith("perennial: MongoDB refused user or password")
        .doesNotContain("wrong-password");
  }

  @Test
  void shouldNotUnderstandWhatIsNoCommand() {
    assertThat(run("topics", "drop")).isEqualTo(2);
  }

  private int run(String... arguments) {
    var clock = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    CommandLine command = Perennial.commandLine(clock);
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    return command.execute(arguments);
  }
}
