package dev.perennial.ingest.reconciliation;

import static dev.perennial.contracts.projection.ReceiptDocument.Status.APPLIED;
import static dev.perennial.contracts.projection.ReceiptDocument.Status.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.FreePorts;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.Scope;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventId;
import dev.perennial.ingest.Service;
import dev.perennial.ingest.projection.SeededProjections;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@WithBackends(Backend.MONGODB)
class ReconciliationTest {

  private static final int EPOCH = 72;
  private static final LocalDate TODAY =
      LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
  private static final LocalDate DAY = TODAY.minusDays(3);
  private static final Instant MIDNIGHT = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
  private static final Instant END = MIDNIGHT.plus(Duration.ofDays(1));
  private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));

  private static Service service;
  private static SeededProjections seeded;

  @BeforeAll
  static void start(Backends backends) {
    seeded = new SeededProjections(backends.mongodb().uri(), EPOCH);
    service =
        Service.start(
            "127.0.0.1:" + FreePorts.next(),
            backends.mongodb().uri(),
            "perennial.epoch=" + EPOCH,
            "perennial.partitions=2");
  }

  @AfterAll
  static void stop() {
    service.close();
    seeded.close();
  }

  @Test
  void aDaysEventsAreCountedAddedAndDigested() {
    seed("/billing", "evt-2", "d", "payment.succeeded", APPLIED, "12.99", MIDNIGHT);
    seed("/billing", "evt-3", "d1", "payment.succeeded", SUPERSEDED, "99.00", NOON);
    seed("/billing", "evt-3", "d2", "payment.succeeded", APPLIED, "12.99", NOON);
    seed("/billing", "evt-1", "d", "subscription.started", APPLIED, null, END.minusMillis(1));
    seed("/billing", "before", "d", "subscription.started", APPLIED, null, MIDNIGHT.minusMillis(1));
    seed("/billing", "behind", "d", "subscription.started", APPLIED, null, END);
    seed("/bank", "elsewhere", "d", "subscription.started", APPLIED, null, NOON);
    seeded.receipt(
        SeededProjections.receipt(
            "other",
            new EventId("/billing", "theirs"),
            "d",
            "subscription.started",
            APPLIED,
            null,
            NOON,
            0));

    JsonNode answer = reconciled("/billing", DAY);

    assertThat(answer.path("source").stringValue()).isEqualTo("/billing");
    assertThat(answer.path("day").stringValue()).isEqualTo(DAY.toString());
    assertThat(answer.path("events").intValue()).isEqualTo(3);
    assertThat(answer.path("reused").intValue()).isEqualTo(1);
    assertThat(answer.path("digest").stringValue())
        .isEqualTo(digest("/billing", List.of("evt-1", "evt-2", "evt-3")));
    assertThat(answer.path("counts").toString())
        .isEqualTo(
            "[{\"type\":\"payment.succeeded\",\"status\":\"applied\",\"events\":2},"
                + "{\"type\":\"subscription.started\",\"status\":\"applied\",\"events\":1}]");
    assertThat(answer.path("amounts").toString())
        .isEqualTo(
            "[{\"type\":\"payment.succeeded\",\"currency\":\"EUR\",\"sum\":\"25.98\",\"events\":2}]");
  }

  @Test
  void aDayIsCompleteOnceEveryPartitionHasComeWellBehindItsEnd() {
    Instant margin = END.plus(Duration.ofMinutes(15));
    seeded.watermark(0, 5, margin.plusSeconds(60));

    JsonNode unknown = reconciled("/quiet", DAY);
    assertThat(unknown.path("complete").booleanValue()).isFalse();
    assertThat(unknown.path("asOf").isNull()).isTrue();

    seeded.watermark(1, 5, margin.minusMillis(1));
    assertThat(reconciled("/quiet", DAY).path("complete").booleanValue()).isFalse();

    seeded.watermark(1, 5, margin);
    JsonNode complete = reconciled("/quiet", DAY);
    assertThat(complete.path("complete").booleanValue()).isTrue();
    assertThat(complete.path("asOf").stringValue()).isEqualTo(margin.toString());
    assertThat(complete.path("events").intValue()).isZero();
    assertThat(reconciled("/quiet", TODAY).path("complete").booleanValue()).isFalse();
  }

  @Test
  void aDayOfThousandsIsReadAsAStream() {
    List<String> ids = IntStream.range(0, 4_500).mapToObj(number -> "n" + number).toList();
    seeded.receipts(
        ids.stream()
            .map(id -> receipt("/large", id, "d", "subscription.started", APPLIED, null, NOON))
            .toList());

    JsonNode answer = reconciled("/large", DAY);

    assertThat(answer.path("events").intValue()).isEqualTo(ids.size());
    assertThat(answer.path("digest").stringValue()).isEqualTo(digest("/large", ids));
  }

  @Test
  void daysOfWhichReceiptsAreGoneAndDaysAheadAreRefused() {
    assertThat(service.read(path("/billing", TODAY.minusDays(28))).statusCode()).isEqualTo(200);
    outOfRange(TODAY.minusDays(31));
    outOfRange(TODAY.plusDays(2));
  }

  @Test
  void aKeyWithoutTheScopeIsRefused() {
    String reader = service.newKey("acme", Scope.READ);

    assertThat(service.readWith(reader, path("/billing", DAY)).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "nothing, ''",
    "no source, ?day=2026-11-27",
    "blank source, ?source=&day=2026-11-27",
    "no day, ?source=/billing",
    "empty day, ?source=/billing&day=",
    "a moment, ?source=/billing&day=2026-11-27T00:00:00Z",
    "a month, ?source=/billing&day=2026-11",
    "30 February, ?source=/billing&day=2026-02-30",
    "a year of five digits, ?source=/billing&day=%2B12026-01-01",
    "other digits, ?source=/billing&day=%D9%A2026-01-01",
    "two days, ?source=/billing&day=2026-11-27&day=2026-11-28"
  })
  void aParameterThatCannotBeIsRefused(String name, String query) {
    HttpResponse<String> response = service.read("/v1/reconciliation" + query);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("parameter-invalid");
  }

  private static void outOfRange(LocalDate day) {
    HttpResponse<String> response = service.read(path("/billing", day));
    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(Service.json(response).path("code").stringValue()).isEqualTo("day-out-of-range");
  }

  private static JsonNode reconciled(String source, LocalDate day) {
    HttpResponse<String> response = service.read(path(source, day));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Service.json(response);
  }

  private static String path(String source, LocalDate day) {
    return "/v1/reconciliation?source=" + source + "&day=" + day;
  }

  private static String digest(String source, List<String> ids) {
    IdDigest digest = new IdDigest();
    ids.forEach(id -> digest.add(source, id));
    return digest.hex();
  }

  private static void seed(
      String source,
      String id,
      String digest,
      String type,
      ReceiptDocument.Status status,
      @Nullable String amount,
      Instant receivedAt) {
    seeded.receipt(receipt(source, id, digest, type, status, amount, receivedAt));
  }

  private static ReceiptDocument receipt(
      String source,
      String id,
      String digest,
      String type,
      ReceiptDocument.Status status,
      @Nullable String amount,
      Instant receivedAt) {
    Money money = amount == null ? null : Money.of(amount, "EUR");
    return SeededProjections.receipt(
        "acme", new EventId(source, id), digest, type, status, money, receivedAt, 0);
  }
}
