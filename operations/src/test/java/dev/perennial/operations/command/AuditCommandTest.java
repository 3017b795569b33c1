package dev.perennial.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ControlDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class AuditCommandTest {

  private static final Instant NOW = Instant.parse("2026-11-28T08:00:00Z");

  private final OperatorDesk desk = new OperatorDesk();
  private final String uri;
  private final MongoClient client;
  private final MongoCollection<Document> entries;

  AuditCommandTest(Backends backends) {
    uri = backends.mongodb().uri();
    client = MongoClients.create(uri);
    entries = client.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.AUDIT);
  }

  @BeforeEach
  void aTenantAndAKeyOnRecord() {
    client.getDatabase(ControlDatabase.NAME).drop();
    run("tenants", "create", "acme", "--operator=ada");
    run("keys", "create", "acme", "--name=billing", "--scope=read", "--operator=ada");
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void everyChangeShouldBeListedWithItsOperatorAndWithoutSecrets() {
    String key = desk.out().strip();
    run("keys", "rotate", key.substring(3, 11), "--operator=ada");
    String next = desk.out().strip();
    run("keys", "revoke", next.substring(3, 11), "--operator=bob");
    run("sign-in-link", "acme", "--operator=bob");
    String token = desk.out().strip();

    assertThat(run("audit", "list")).isZero();

    assertThat(desk.out().lines().map(line -> line.split("\t")[2] + " " + line.split("\t")[3]))
        .containsExactly(
            "ada tenant-created",
            "ada key-created",
            "ada key-rotated",
            "bob key-revoked",
            "bob sign-in-link-created");
    assertThat(desk.out())
        .contains("successor=" + next.substring(3, 11), "scopes=read", "tenant=acme")
        .doesNotContain(key, next, token.substring(token.indexOf('=') + 1));
    assertThat(run("audit", "verify")).isZero();
    assertThat(desk.out()).matches("5 entries, head [0-9a-f]{64}\\R");
  }

  @Test
  void verifyShouldNameTheEntryThatWasAlteredWithCodeThree() {
    entries.updateOne(Filters.eq(2L), Updates.set("operator", "somebody"));
    assertThat(run("audit", "verify")).isEqualTo(3);
    assertThat(desk.out()).startsWith("entry 2 was altered or is missing");
    entries.updateOne(Filters.eq(1L), Updates.unset("details"));
    assertThat(run("audit", "verify")).isEqualTo(3);
    assertThat(desk.out()).startsWith("entry 1 was altered or is missing");
  }

  @Test
  void verifyShouldMissANotedHeadWhoseEntryWasCutOff() {
    run("audit", "verify");
    String head = desk.out().strip().substring("2 entries, head ".length());
    assertThat(run("audit", "verify", "--head=" + head.toUpperCase(Locale.ROOT))).isZero();

    entries.deleteOne(Filters.eq(2L));

    assertThat(run("audit", "verify")).isZero();
    assertThat(run("audit", "verify", "--head=" + head)).isEqualTo(3);
    assertThat(desk.out()).contains("the noted head is not part of the chain", "1 entries");
    assertThat(run("audit", "verify", "--head=nonsense")).isEqualTo(2);
    assertThat(desk.err()).contains("64 hexadecimal digits", "perennial audit verify");
  }

  @Test
  void appliedCollectionsShouldBeEnteredOnceAndTheChainBeOneOfThem() {
    client.getDatabase("projections-e78").drop();
    assertThat(run("collections", "apply", "--epoch=78", "--operator=ada")).isZero();
    assertThat(desk.out()).contains("altered the validator of audit");
    assertThat(run("collections", "apply", "--epoch=78")).isZero();
    run("audit", "list");
    assertThat(desk.out().lines().filter(line -> line.contains("collections-applied")))
        .singleElement()
        .asString()
        .contains("\tada\t", "epoch 78", "created collection receipts");
    assertThat(run("audit", "verify")).isZero();
  }

  @Test
  void whatWasDoneToAConnectorShouldBeEnteredAndWhatWasRefusedShouldNot() throws IOException {
    HttpServer worker = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    worker.createContext("/connectors/payments", exchange -> answer(exchange, 202));
    worker.createContext("/", exchange -> answer(exchange, 404));
    worker.start();
    try {
      String connect = "--connect=http://127.0.0.1:" + worker.getAddress().getPort();
      for (String command : List.of("pause", "resume", "restart")) {
        assertThat(run("connectors", command, "payments", connect, "--operator=ada")).isZero();
      }
      assertThat(run("connectors", "pause", "nothing", connect)).isOne();
    } finally {
      worker.stop(0);
    }
    run("audit", "list");
    assertThat(desk.out().lines().skip(2).map(line -> line.split("\t")[3] + line.split("\t")[4]))
        .containsExactly(
            "connector-pausedpayments", "connector-resumedpayments", "connector-restartedpayments");
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--mongodb=" + uri);
    return desk.run(NOW, all);
  }
}
