package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running dashboard on a real MongoDB, at a fixed moment, with a tenant of each test's own. */
@WithBackends(Backend.MONGODB)
@TestInstance(Lifecycle.PER_CLASS)
abstract class DashboardTest {

  /** In Auckland the 23rd has begun; in UTC it is still the 22nd. */
  static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");

  static final Instant TICK = NOW.minusSeconds(7);
  static final JsonMapper JSON = JsonMapper.shared();
  static final int EPOCH = 1;
  static final int PARTITION = 3;

  MongoClient mongo;
  RunningDashboard dashboard;
  String tenant;
  Seed seed;

  @BeforeAll
  void start(Backends backends) {
    String uri = backends.mongodb().uri();
    mongo = MongoClients.create(uri);
    dashboard =
        RunningDashboard.start(
            uri,
            EPOCH,
            Clock.fixed(NOW, ZoneOffset.UTC),
            settings("--perennial.environment=development"));
  }

  /** What the test's dashboard is started with; a test may add to it. */
  String[] settings(String... shared) {
    return shared;
  }

  @BeforeEach
  void newTenant() {
    tenant = TestNames.fresh().id();
    seed = new Seed(mongo, EPOCH, tenant, PARTITION);
    seed.tenant("Acme & Söhne");
    seed.watermarks(TICK);
    dashboard.newBrowser();
  }

  @AfterAll
  void stop() {
    dashboard.close();
    mongo.close();
  }

  /** Signs the browser in to this test's tenant. */
  void signIn() {
    dashboard.signIn(seed.signInToken(NOW).text());
  }

  /** What a signed-in browser gets of one of alice's panels. */
  String panel(String name) {
    HttpResponse<String> answer = dashboard.get("/ui/subscribers/alice/panels/" + name);
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    return answer.body();
  }

  JsonNode read(String path) {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  /** With an API key that may read. */
  HttpResponse<String> get(String path) {
    return dashboard.get(path, "Authorization", "Bearer " + seed.apiKey(NOW, Scope.READ));
  }
}
