package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import dev.perennial.backends.MongoServer;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.http.Receipt;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server of its own: which epoch serves is said once for all who read it. */
class EpochSwitchTest {

  private static final String PATH = "/api/v1/subscribers/alice/subscriptions";
  private static final Instant OLD_TICK = Instant.parse("2026-11-22T23:30:00Z");
  private static final Instant NEW_TICK = OLD_TICK.plusSeconds(60);
  private static final int PARTITION = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MongoServer server;
  private final MongoClient mongo;
  private final RunningDashboard dashboard;
  private final String key;

  EpochSwitchTest(@TempDir Path folder) {
    server = MongoServer.start(folder, (component, message) -> {});
    mongo = MongoClients.create(server.uri());
    dashboard =
        RunningDashboard.start(
            server.uri(),
            1,
            Clock.systemUTC(),
            "--perennial.environment=development",
            "--perennial.dashboard.read-timeout=1s",
            "--perennial.dashboard.after.longest-wait=10s");
    key = seed(1, "Old", OLD_TICK, 10).apiKey(OLD_TICK, Scope.READ);
    seed(2, "New", NEW_TICK, 20);
  }

  @AfterEach
  void close() {
    dashboard.close();
    mongo.close();
    server.close();
  }

  @Test
  void everyReadDuringASwitchShouldHaveOneAnswerOfOneEpoch() throws Exception {
    List<CompletableFuture<List<String>>> readers = new ArrayList<>();
    AtomicBoolean enough = new AtomicBoolean();
    for (int reader = 0; reader < 4; reader++) {
      readers.add(CompletableFuture.supplyAsync(() -> readUntil(enough)));
    }
    for (int turn = 0; turn < 3; turn++) {
      serve(2);
      awaitName("New");
      serve(1);
      awaitName("Old");
    }
    enough.set(true);

    for (CompletableFuture<List<String>> reader : readers) {
      assertThat(reader.get())
          .contains("Old " + OLD_TICK, "New " + NEW_TICK)
          .containsOnly("Old " + OLD_TICK, "New " + NEW_TICK);
    }
  }

  @Test
  void aRequestUnderWayShouldKeepTheEpochThatItBeganWith() {
    CompletableFuture<HttpResponse<String>> answer =
        dashboard.ask(
            PATH,
            "Authorization",
            "Bearer " + key,
            Receipt.AFTER,
            new Receipt(PARTITION, 15).text());
    await().atMost(PATIENCE).until(() -> dashboard.gauge("perennial.dashboard.after.waiting") == 1);

    serve(2);
    awaitName("New");
    assertThat(answer).as("epoch 1 has not applied it").isNotDone();
    new Seed(mongo, 1, "acme", PARTITION).applied(15, OLD_TICK);

    assertThat(text(answer.join())).isEqualTo("Old " + OLD_TICK);
    assertThat(JSON.readTree(answer.join().body()).get("caughtUp").asBoolean()).isTrue();
  }

  @Test
  void theReceiptShouldBeMeasuredByTheEpochThatIsRead() {
    serve(2);
    awaitName("New");

    JsonNode answer =
        JSON.readTree(
            dashboard
                .get(
                    PATH,
                    "Authorization",
                    "Bearer " + key,
                    Receipt.AFTER,
                    new Receipt(PARTITION, 20).text())
                .body());

    assertThat(answer.get("caughtUp").asBoolean()).isTrue();
  }

  @Test
  void whatWasSeenLastShouldCountWhileTheDocumentCannotBeRead() {
    serve(2);
    awaitName("New");

    mongo
        .getDatabase("control")
        .getCollection("epochs")
        .replaceOne(Filters.eq("_id", "serving"), new Document("epoch", "none"));

    await()
        .atMost(PATIENCE)
        .during(Duration.ofSeconds(3))
        .until(() -> text(get()).equals("New " + NEW_TICK));
  }

  @Test
  void withoutADocumentTheConfiguredEpochShouldServe() {
    serve(2);
    awaitName("New");
    mongo.getDatabase("control").getCollection("epochs").deleteOne(Filters.eq("_id", "serving"));

    awaitName("Old");
  }

  private Seed seed(int epoch, String name, Instant tick, long offset) {
    Seed seed = new Seed(mongo, epoch, "acme", PARTITION);
    seed.insert("subscriptions", seed.subscription("alice", "netflix", name, "12.99", "EUR"));
    seed.applied(offset, tick);
    return seed;
  }

  private void serve(int epoch) {
    mongo
        .getDatabase("control")
        .getCollection("epochs")
        .replaceOne(
            Filters.eq("_id", "serving"),
            new Document("epoch", epoch),
            new ReplaceOptions().upsert(true));
  }

  private void awaitName(String name) {
    await().atMost(PATIENCE).until(() -> text(get()).startsWith(name + " "));
  }

  private List<String> readUntil(AtomicBoolean enough) {
    List<String> answers = new ArrayList<>();
    while (!enough.get()) {
      answers.add(text(get()));
    }
    return answers;
  }

  private HttpResponse<String> get() {
    return dashboard.get(PATH, "Authorization", "Bearer " + key);
  }

  private static final JsonMapper JSON = JsonMapper.shared();

  /** The one subscription's name, and how fresh the answer says it is. */
  private static String text(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return answer.statusCode() + " " + answer.body();
    }
    JsonNode body = JSON.readTree(answer.body());
    return body.at("/subscriptions/0/name").asString() + " " + body.get("asOf").asString();
  }
}
