package dev.perennial.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.domain.SubscriberKey;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The destinations API as a client meets it. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DestinationApiTest {

  private static final String VALID = "{\"channel\":\"email\",\"address\":\"alice@example.org\"}";

  private RunningNotifier notifier;
  private DestinationApi api;
  private SubscriberKey alice;

  @BeforeAll
  void start(Backends backends) {
    notifier = new RunningNotifier(backends);
    api = notifier.api;
  }

  @AfterAll
  void stop() {
    notifier.close();
  }

  @BeforeEach
  void newSubscriber() {
    alice = notifier.newSubscriber().key();
  }

  @Test
  void aDestinationIsShownMasked() {
    assertThat(api.putJson(alice, "mail", VALID).statusCode()).isEqualTo(201);

    var shown = api.get(alice, "mail");

    assertThat(shown.statusCode()).isEqualTo(200);
    assertThat(shown.body())
        .contains("\"destinationId\":\"mail\"", "\"address\":\"a***@example.org\"")
        .doesNotContain("alice@");
  }

  @Test
  void aDestinationCanBeReplacedAndDeleted() {
    api.putJson(alice, "mail", VALID);

    assertThat(api.put(alice, "mail", "bob@example.com").statusCode()).isEqualTo(200);
    assertThat(api.get(alice, "mail").body()).contains("b***@example.com");
    assertThat(api.delete(alice, "mail").statusCode()).isEqualTo(204);
    assertThat(api.get(alice, "mail").statusCode()).isEqualTo(404);
    assertThat(api.delete(alice, "mail").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherTenantsDestinationDoesNotExist() {
    api.putJson(alice, "mail", VALID);

    try (var stranger = DestinationApi.of(notifier.service)) {
      assertThat(stranger.get(alice, "mail").statusCode()).isEqualTo(404);
      assertThat(stranger.delete(alice, "mail").statusCode()).isEqualTo(404);
      assertThat(stranger.putJson(alice, "mail", VALID).statusCode()).isEqualTo(201);
    }
    assertThat(api.get(alice, "mail").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutAKeyNobodyGetsIn() {
    var request = HttpRequest.newBuilder(api.uri(alice, "mail")).GET();

    assertProblem(api.send(request), 401, "unauthenticated");
  }

  @Test
  void aKeyWithoutTheScopeIsRefused() {
    try (var reader = DestinationApi.withScopes(notifier.service, Set.of(Scope.READ))) {
      assertProblem(reader.putJson(alice, "mail", VALID), 403, "scope-missing");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ''                                                             ; 400; body-missing
          {"channel":"email"                                             ; 400; json-malformed
          {"channel":"email","address":"a@example.org"}{}                ; 400; json-trailing
          {"channel":"email","channel":"email","address":"a@example.org"}; 400; json-duplicate-key
          null                                                           ; 422; type
          "email"                                                        ; 422; type
          {"channel":"email"}                                            ; 422; field-missing
          {"address":"a@example.org"}                                    ; 422; field-missing
          {"channel":"email","address":"a@example.org","name":"x"}       ; 422; field-unknown
          {"channel":"email","address":7}                                ; 422; type
          {"channel":"email","address":{"$gt":""}}                       ; 422; type
          {"channel":"pigeon","address":"a@example.org"}                 ; 422; enum
          {"channel":"email","address":"nobody"}                         ; 422; text-invalid
          {"channel":"email","address":"a@x.org\\nBcc: b@x.org"}         ; 422; text-invalid
          """)
  void badInputIsRefusedWithItsCode(String body, int status, String code) {
    assertProblem(api.putJson(alice, "mail", body), status, code);
    assertThat(api.get(alice, "mail").statusCode()).isEqualTo(404);
  }

  @Test
  void anAnswerNeverRepeatsTheAddress() {
    var answer = api.put(alice, "mail", "not-an-address-of-alice");

    assertThat(answer.body()).doesNotContain("alice");
  }

  @Test
  void idsAreChecked() {
    var addressAsId = new SubscriberKey(alice.tenantId(), "alice@example.org");

    assertProblem(api.putJson(addressAsId, "mail", VALID), 422, "id-invalid");
    assertProblem(api.putJson(alice, "x".repeat(129), VALID), 422, "id-invalid");
    assertProblem(api.putJson(alice, "a\u202eb", VALID), 422, "id-invalid");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    var body = VALID + " ".repeat(9_000);

    assertProblem(api.putJson(alice, "mail", body), 413, "body-too-large");
  }

  @Test
  void onlyJsonIsTaken() {
    var request =
        api.request(alice, "mail")
            .header("Content-Type", "text/plain")
            .PUT(BodyPublishers.ofString(VALID));

    assertProblem(api.send(request), 415, "media-type");
  }

  @Test
  void otherMethodsAreNamed() {
    var answer = api.send(api.request(alice, "mail").POST(BodyPublishers.noBody()));

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(answer.headers().firstValue("Allow")).get().asString().contains("PUT");
  }

  @Test
  void aSubscriberHasALimitedNumberOfDestinations() {
    for (int index = 0; index < 20; index++) {
      assertThat(api.putJson(alice, "mail-" + index, VALID).statusCode()).isEqualTo(201);
    }

    assertProblem(api.putJson(alice, "one-more", VALID), 422, "destination-limit");
    assertThat(api.putJson(alice, "mail-0", VALID).statusCode()).isEqualTo(200);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
  }
}
