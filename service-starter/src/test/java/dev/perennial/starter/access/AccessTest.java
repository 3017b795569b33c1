package dev.perennial.starter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import dev.perennial.backends.MongoServer;
import dev.perennial.backends.Progress;
import dev.perennial.contracts.control.ApiKey;
import dev.perennial.contracts.control.ApiKeyToken;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.Scope;
import dev.perennial.starter.Http;
import dev.perennial.starter.TestService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys in a real MongoDB; it is this class's own, because it is stopped. */
class AccessTest {

  private static final Instant PAST = Instant.parse("2020-01-01T00:00:00Z");

  private static MongoServer mongodb;
  private static MongoClient client;
  private static ConfigurableApplicationContext context;
  private static Http http;

  @BeforeAll
  static void start(@TempDir Path folder) {
    mongodb = MongoServer.start(folder, Progress.SILENT);
    client = MongoClients.create(mongodb.uri());
    context = TestService.start("perennial.mongodb.uri=" + mongodb.uri());
    http = Http.service(context);
  }

  @AfterAll
  static void stop() {
    context.close();
    client.close();
    mongodb.close();
  }

  @Test
  void shouldTakeTheTenantFromTheKey() {
    HttpResponse<String> response = get(stored(null, null, Scope.READ).text());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(Http.json(response).path("tenant").stringValue()).isEqualTo("acme");
  }

  @Test
  void shouldGiveEveryReasonTheSameAnswer() {
    ApiKeyToken key = stored(null, null, Scope.READ);
    String wrong = new ApiKeyToken(key.prefix(), "A".repeat(43), true).text();
    String missing = http.get("/tenant").body();
    assertThat(Http.code(http.get("/tenant"))).isEqualTo("unauthenticated");
    for (String text :
        new String[] {
          "nonsense",
          wrong,
          ApiKeyToken.generate(new SecureRandom()).text(),
          stored(PAST, null, Scope.READ).text(),
          stored(null, PAST, Scope.READ).text()
        }) {
      HttpResponse<String> response = get(text);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body()).isEqualTo(missing);
      assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }
    assertThat(http.get("/tenant", "Authorization", "Basic eDp5").body()).isEqualTo(missing);
  }

  @Test
  void shouldWantTheScopeOfTheMethod() {
    String reader = "Bearer " + stored(null, null, Scope.READ).text();
    HttpResponse<String> response = http.post("/write", new byte[0], "Authorization", reader);
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(Http.code(response)).isEqualTo("scope-missing");
    String writer = "Bearer " + stored(null, null, Scope.EVENTS_WRITE).text();
    assertThat(http.post("/write", new byte[0], "Authorization", writer).statusCode())
        .isEqualTo(200);
  }

  @Test
  void shouldGoOnForKnownKeysWhileMongodbIsAway() {
    ApiKeyToken known = stored(null, null, Scope.READ);
    assertThat(get(known.text()).statusCode()).isEqualTo(200);
    mongodb.stop();
    try {
      assertThat(get(known.text()).statusCode()).isEqualTo(200);
      HttpResponse<String> unknown = get(ApiKeyToken.generate(new SecureRandom()).text());
      assertThat(unknown.statusCode()).isEqualTo(503);
      assertThat(Http.code(unknown)).isEqualTo("keys-unavailable");
      assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
      assertThat(health("mongodb")).isEqualTo("DOWN");
    } finally {
      mongodb.restart();
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(health("mongodb")).isEqualTo("UP"));
  }

  /** A line follows its answer, so one of an earlier test may come among these. */
  @Test
  void shouldLogOneLineARequestWithoutKeyAndPath() {
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.list = new CopyOnWriteArrayList<>();
    Logger logger = (Logger) LoggerFactory.getLogger("dev.perennial.requests");
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
    ApiKeyToken key = stored("logbook", null, null, Scope.READ);
    try {
      get(key.text());
      http.get("/no/such/sesame");
      ILoggingEvent served = lineWith(lines, "tenant=\"logbook\"");
      assertThat(served.getKeyValuePairs().toString())
          .contains("method=\"GET\"", "route=\"/tenant\"", "status=\"200\"")
          .doesNotContain(key.secret());
      assertThat(served.getFormattedMessage())
          .matches("GET /tenant 200 in \\d+ ms for tenant logbook, trace [0-9a-f]{32}");
      assertThat(lineWith(lines, "status=\"404\"").getKeyValuePairs().toString())
          .doesNotContain("sesame");
    } finally {
      logger.detachAppender(lines);
    }
  }

  private static ILoggingEvent lineWith(ListAppender<ILoggingEvent> lines, String pair) {
    return await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                lines.list.stream()
                    .filter(line -> line.getKeyValuePairs().toString().contains(pair))
                    .toList(),
            found -> !found.isEmpty())
        .getFirst();
  }

  private static String health(String name) {
    var response = Http.management(context).get("/actuator/health/" + name);
    return Http.json(response).path("status").stringValue();
  }

  private static HttpResponse<String> get(String key) {
    return http.get("/tenant", "Authorization", "Bearer " + key);
  }

  private static ApiKeyToken stored(
      @Nullable Instant expiresAt, @Nullable Instant revokedAt, Scope scope) {
    return stored("acme", expiresAt, revokedAt, scope);
  }

  private static ApiKeyToken stored(
      String tenant, @Nullable Instant expiresAt, @Nullable Instant revokedAt, Scope scope) {
    ApiKeyToken token = ApiKeyToken.generate(new SecureRandom());
    ApiKey key =
        new ApiKey(
            token.prefix(),
            token.hash(),
            tenant,
            "test",
            Set.of(scope),
            PAST,
            expiresAt,
            revokedAt);
    MongoCollection<Document> keys =
        client.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.API_KEYS);
    keys.insertOne(key.toDocument());
    return token;
  }
}
