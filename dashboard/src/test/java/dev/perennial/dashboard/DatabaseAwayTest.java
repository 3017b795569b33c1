package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.MongoServer;
import dev.perennial.contracts.control.Scope;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own, since it is stopped. */
class DatabaseAwayTest {

  private final Clock clock = Clock.systemUTC();

  @Test
  void withoutItsDatabaseThePageSaysSoInTimeAndComesBackByItself(@TempDir Path folder) {
    try (MongoServer server = MongoServer.start(folder, (component, message) -> {});
        MongoClient mongo = MongoClients.create(server.uri());
        RunningDashboard dashboard =
            RunningDashboard.start(
                server.uri(),
                1,
                clock,
                "--perennial.environment=development",
                "--perennial.dashboard.read-timeout=1s")) {
      Seed seed = new Seed(mongo, 1, "acme", 0);
      seed.insert("subscriptions", seed.subscription("alice", "x", "X", "1.00", "EUR"));
      String key = seed.apiKey(clock.instant(), Scope.READ);
      dashboard.signIn(seed.signInToken(clock.instant()).text());
      assertThat(status(dashboard, key)).isEqualTo(200);

      server.stop();

      assertThat(status(dashboard, key)).isEqualTo(503);
      assertThat(dashboard.get("/ui/subscribers/alice/panels/renewals").body())
          .contains("This panel could not be loaded");
      assertThat(dashboard.get("/subscribers/alice").body())
          .contains("The database does not answer");

      server.restart();

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() -> assertThat(status(dashboard, key)).isEqualTo(200));
    }
  }

  private static int status(RunningDashboard dashboard, String key) {
    return dashboard
        .get("/api/v1/subscribers/alice/renewals", "Authorization", "Bearer " + key)
        .statusCode();
  }
}
