package dev.perennial.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.ingest.EventsTopic;
import dev.perennial.ingest.Service;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bad file over real HTTP; after each, the topic is as long as before. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class BadFilesTest {

  private static final String CSV = "text/csv";
  private static final String PATH = "/v1/imports/csv";
  private static final String HEADER = "subscriber,subscription,name,amount,currency,unit,anchor\n";
  private static final String ROW = "alice,netflix,Netflix,12.99,EUR,MONTH,2026-01-31\n";

  private static Service service;
  private static EventsTopic topic;
  private long before;

  @BeforeAll
  static void start(Backends backends) {
    topic = EventsTopic.open(backends.kafka().bootstrapServers());
    service =
        Service.start(
            backends.kafka().bootstrapServers(),
            backends.mongodb().uri(),
            "perennial.ingest.csv.max-rows=10");
  }

  @AfterAll
  static void stop() {
    service.close();
    topic.close();
  }

  @BeforeEach
  void measure() {
    before = topic.size();
  }

  @AfterEach
  void nothingReachedKafka() {
    assertThat(topic.size()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "'', application/json, [], 400, parameter-invalid",
    "?subscriber=alice&currency=XXY, application/json, [], 400, parameter-invalid",
    "?subscriber=alice, application/json, [], 422, batch-empty",
    "?subscriber=alice, application/json, {, 400, json-malformed",
    "?subscriber=alice, application/json, '[7,{}]', 422, batch-rejected",
    "?subscriber=alice, text/csv, 'a,b\n1,2', 422, column-missing",
    "?subscriber=alice, text/csv, 'Name,Price\nx', 422, batch-rejected",
    "?subscriber=alice, text/plain, x, 415, media-type"
  })
  void shouldRefuseABadExport(
      String query, String contentType, String body, int status, String code) {
    expect("/v1/imports/wallos" + query, contentType, body, status, code);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, body-missing",
    "'a,b\n\"sesame', 400, csv-malformed",
    "'{header}', 422, batch-empty",
    "'sesame,{header}x', 422, column-unknown",
    "'name,{header}x', 422, column-duplicate",
    "'name,subscriber\nsesame,b', 422, column-missing",
    "'{header}{row},sesame', 422, batch-rejected",
    "'{header}@sesame,netflix,n,1,EUR,MONTH,2026-01-31', 422, batch-rejected",
    "'{header}\0sesame,netflix,n,1,EUR,MONTH,2026-01-31', 422, batch-rejected",
    "'{header}sesame,netflix,n,1e3,EUR,MONTH,2026-01-31', 422, batch-rejected",
    "'{header}sesame,netflix,n,1,EUR,MONTH,31.01.2026', 422, batch-rejected"
  })
  void shouldRefuseABadFile(String text, int status, String code) {
    String body = text.replace("{header}", HEADER).replace("{row}", ROW.strip());
    expect(PATH, CSV, body, status, code);
  }

  @ParameterizedTest
  @CsvSource({
    "?delimiter=x, text/csv, 400, parameter-invalid",
    "?time=yesterday, text/csv, 400, parameter-invalid",
    "?mode=sesame, text/csv, 400, parameter-invalid",
    "?dryRun=sesame, text/csv, 400, request-malformed",
    "?source=a%20b, text/csv, 422, batch-rejected",
    "/template?kind=sesame, text/csv, 405, method-not-allowed",
    "'', text/csv;charset=iso-8859-1, 415, media-type",
    "'', application/json, 415, media-type"
  })
  void shouldRefuseABadRequest(String query, String contentType, int status, String code) {
    expect(PATH + query, contentType, HEADER + ROW, status, code);
  }

  @Test
  void shouldRefuseAFileWithTooManyRows() {
    expect(PATH, CSV, HEADER + ROW.repeat(11), 413, "rows-too-many");
  }

  @Test
  void shouldWantAKeyWithTheScope() {
    String key = service.newKey("acme", Scope.READ);
    expect(service.postWith(key, PATH, CSV, HEADER + ROW), 403, "scope-missing");
    expect(service.postWith("pk_sesame", PATH, CSV, HEADER + ROW), 401, "unauthenticated");
  }

  private static void expect(
      String path, String contentType, String body, int status, String code) {
    expect(service.post(path, contentType, body), status, code);
  }

  private static void expect(HttpResponse<String> response, int status, String code) {
    assertThat(response.body()).contains("\"code\":\"" + code + "\"");
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(response.body()).doesNotContain("sesame", "Exception", "dev.perennial");
  }
}
