package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.perennial.standalone.platform.Batches.Batch;
import dev.perennial.standalone.sample.Destination;
import dev.perennial.standalone.sample.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How answers over HTTP are counted; the real services answer in the system tests. */
class PostingTest {
  private record Answer(int status, String body) {}

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private HttpServer server;
  private URI root;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
          Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
          byte[] bytes = answer.body().getBytes(UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(answer.status(), bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    root = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aBatchThatIsTakenWholeCountsAsAccepted() {
    answers.add(new Answer(202, "{\"items\":[" + accepted("r1") + "," + accepted("r2") + "]}"));

    LoadReport report = post(Duration.ofSeconds(5)).batch(news("{}", "{}"));

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.receipts()).containsExactly("r1", "r2");
    assertThat(report.surprises()).isEmpty();
    assertThat(requests).containsExactly("POST /v1/events [{},{}]");
  }

  @Test
  void historyIsPostedAsSuch() {
    answers.add(new Answer(202, "{\"items\":[" + accepted("r1") + "]}"));

    post(Duration.ofSeconds(5)).batch(new Batch(List.of("{}"), true));

    assertThat(requests).containsExactly("POST /v1/events?mode=backfill [{}]");
  }

  @Test
  void whatIngestHasAlreadyCountsAsAccepted() {
    String again = "{\"status\":\"duplicate\",\"receipt\":\"r1\"}";
    answers.add(new Answer(202, "{\"items\":[" + accepted("r2") + "," + again + "]}"));

    LoadReport report = post(Duration.ofSeconds(5)).batch(news("{}", "{}"));

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.receipts()).containsExactly("r2", "r1");
    assertThat(report.surprises()).isEmpty();
  }

  @Test
  void whatBelongsToNoSubscriberIsAcceptedWithoutAReceipt() {
    String reference = "{\"status\":\"accepted\"}";
    answers.add(new Answer(202, "{\"items\":[" + reference + "," + accepted("r1") + "]}"));

    LoadReport report = post(Duration.ofSeconds(5)).batch(news("{}", "{}"));

    assertThat(report.accepted()).isEqualTo(2);
    assertThat(report.receipts()).containsExactly("r1");
    assertThat(report.surprises()).isEmpty();
  }

  @Test
  void anEventOfABatchThatIsRefusedIsASurprise() {
    String refused = "{\"status\":\"rejected\",\"code\":\"enum\"}";
    answers.add(new Answer(207, "{\"items\":[" + accepted("r1") + "," + refused + "]}"));

    LoadReport report = post(Duration.ofSeconds(5)).batch(news("{}", "{}"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.refused()).isEqualTo(Map.of("enum", 1));
    assertThat(report.surprises()).hasSize(1);
  }

  @Test
  void shouldPostAgainWhenTheBrokerIsAwayOrItWasTooFast() {
    answers.add(new Answer(503, "{\"code\":\"unacknowledged\"}"));
    answers.add(new Answer(429, "{\"code\":\"rate-limited\"}"));
    answers.add(new Answer(202, "{\"items\":[" + accepted("r1") + "]}"));

    LoadReport report = post(Duration.ofSeconds(30)).batch(news("{}"));

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.retries()).isEqualTo(2);
  }

  @Test
  void shouldGiveUpWhenNobodyAnswers() {
    server.stop(0);

    assertThatThrownBy(() -> post(Duration.ZERO).batch(news("{}")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void aRefusalCountsByItsCode() {
    answers.add(new Answer(422, "{\"code\":\"enum\"}"));
    Refusal refusal = new Refusal("no such currency", "application/json", "{}", 422, "enum");

    LoadReport report = post(Duration.ofSeconds(5)).refusal(refusal);

    assertThat(report.refused()).isEqualTo(Map.of("enum", 1));
    assertThat(report.surprises()).isEmpty();
  }

  @Test
  void aRefusalMayBeAskedForInTheAddress() {
    answers.add(new Answer(400, "{\"code\":\"parameter-invalid\"}"));
    Refusal refusal =
        new Refusal("no mode", "mode=dream", "application/json", "{}", 400, "parameter-invalid");

    assertThat(post(Duration.ofSeconds(5)).refusal(refusal).surprises()).isEmpty();
    assertThat(requests).containsExactly("POST /v1/events?mode=dream {}");
  }

  @Test
  void theCodesOfABatchsItemsSayMoreThanItsOwn() {
    answers.add(
        new Answer(422, "{\"code\":\"batch-rejected\",\"items\":[{\"code\":\"id-conflict\"}]}"));
    Refusal refusal = new Refusal("two contents", "application/json", "[]", 422, "id-conflict");

    assertThat(post(Duration.ofSeconds(5)).refusal(refusal).surprises()).isEmpty();
  }

  @Test
  void whatShouldBeRefusedAndIsNotIsASurprise() {
    answers.add(new Answer(202, "{}"));
    Refusal refusal = new Refusal("half a yen", "application/json", "{}", 422, "number-range");

    LoadReport report = post(Duration.ofSeconds(5)).refusal(refusal);

    assertThat(report.accepted()).isEqualTo(1);
    assertThat(report.surprises()).singleElement().asString().contains("half a yen", "202");
  }

  @Test
  void shouldPutEachDestinationOnceForADataFolder(@TempDir Path data) {
    answers.add(new Answer(201, "{}"));
    List<Destination> destinations = List.of(new Destination("a/b", "home", "a@example.org"));

    Destinations.put(root, "key", destinations, LoadJournal.in(data));
    Destinations.put(root, "key", destinations, LoadJournal.in(data));

    assertThat(requests)
        .singleElement()
        .asString()
        .startsWith("PUT /v1/subscribers/a%2Fb/destinations/home ")
        .contains("\"address\":\"a@example.org\"");
  }

  @Test
  void shouldFailWhenADestinationIsRefused(@TempDir Path data) {
    LoadJournal journal = LoadJournal.in(data);
    answers.add(new Answer(422, "{\"code\":\"text-invalid\"}"));

    assertThatThrownBy(
            () ->
                Destinations.put(root, "key", List.of(new Destination("a", "home", "b")), journal))
        .hasMessageContaining("text-invalid");
  }

  private static Batch news(String... events) {
    return new Batch(List.of(events), false);
  }

  private EventPost post(Duration patience) {
    return new EventPost(root, "key", patience);
  }

  private static String accepted(String receipt) {
    return "{\"status\":\"accepted\",\"receipt\":\"" + receipt + "\"}";
  }
}
