package dev.perennial.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class MailPageTest {

  private static final String MESSAGES =
      """
      [{"id":"1","receivedAt":"2026-11-23T08:00:00Z","to":"alice@example.org",
        "subject":"Netflix <renews>","text":"In 7 days","html":"<p style='color:red'>In 7 days</p>"}]
      """;

  private final Clock clock = Clock.systemUTC();

  @Test
  void theMailServersMessagesAreShownInTheirOwnSandbox(Backends backends) throws IOException {
    HttpServer server = mailServer();
    String mailApi = "http://127.0.0.1:" + server.getAddress().getPort();
    try (MongoClient mongo = MongoClients.create(backends.mongodb().uri());
        RunningDashboard dashboard =
            start(
                backends,
                "--perennial.environment=development",
                "--perennial.dashboard.mail-api=" + mailApi)) {
      signIn(mongo, dashboard);

      String page = dashboard.get("/mail").body();
      HttpResponse<String> html = dashboard.get("/mail/1/html");

      assertThat(page).contains("Netflix &lt;renews&gt;", "alice@example.org", "<iframe sandbox");
      assertThat(html.body()).contains("color:red");
      assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("sandbox", "default-src 'none'", "frame-ancestors 'self'");
      assertThat(dashboard.get("/mail/2/html").statusCode()).isEqualTo(404);

      server.stop(0);
      assertThat(dashboard.get("/mail").body()).contains("The mail server does not answer");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void inProductionThereIsNoMailPageAndTheCookieIsSecure(Backends backends) {
    try (MongoClient mongo = MongoClients.create(backends.mongodb().uri());
        RunningDashboard dashboard = start(backends)) {
      Seed seed = new Seed(mongo, 1, TestNames.fresh().id(), 1);
      String token = seed.signInToken(clock.instant()).text();
      HttpResponse<String> form = dashboard.get("/sign-in?token=" + token);
      // A secure cookie is not kept for plain HTTP: it is carried by hand here.
      HttpResponse<String> signedIn =
          dashboard.post(
              "/sign-in",
              Map.of("token", token, "_csrf", RunningDashboard.csrf(form.body())),
              "Cookie",
              cookie(form));

      assertThat(form.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
      assertThat(dashboard.get("/", "Cookie", cookie(signedIn)).statusCode()).isEqualTo(200);
      assertThat(dashboard.get("/mail", "Cookie", cookie(signedIn)).statusCode()).isEqualTo(404);
    }
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private RunningDashboard start(Backends backends, String... properties) {
    return RunningDashboard.start(backends.mongodb().uri(), 1, clock, properties);
  }

  private void signIn(MongoClient mongo, RunningDashboard dashboard) {
    Seed seed = new Seed(mongo, 1, TestNames.fresh().id(), 1);
    dashboard.signIn(seed.signInToken(clock.instant()).text());
  }

  private static HttpServer mailServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/messages",
        exchange -> {
          byte[] body = MESSAGES.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }
}
