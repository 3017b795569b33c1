package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tenant says, and what cannot be read of reference data. */
class TenantsTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-31T23:30:00Z", "12.90");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aTenantsZoneMovesEveryoneWhoHasNone() {
    pipeline.take(Facts.many(2 * Pipeline.LIMITS.chunk() + 1)).countWritten();

    pipeline.publish(References.tenantAt("Asia/Tokyo", "2026-01-01T00:00:00Z"));

    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS).values())
        .hasSize(2 * Pipeline.LIMITS.chunk() + 1)
        .allSatisfy(each -> assertThat(each.getString("zone").getValue()).isEqualTo("Asia/Tokyo"));
    assertThat(pipeline.count(StateStores.JOBS)).isZero();
  }

  @Test
  void whoHasAZoneStays() {
    pipeline.take(Facts.livesIn("Europe/Vienna", "2026-01-01T00:00:00Z"), STARTED).countWritten();

    pipeline.publish(References.tenantAt("Asia/Tokyo", "2026-01-01T00:00:00Z"));

    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS)).isEmpty();
  }

  @Test
  void anotherTenantsWordIsNotHeard() {
    pipeline.take(STARTED, PAID).countWritten();
    ReferenceEvent own = References.tenantIn("EUR", "2026-01-01T00:00:00Z");

    pipeline.publish(new ReferenceEvent("acm", "acm", own.fact()));

    assertThat(pipeline.documents(Projection.PAYMENTS)).isEmpty();
  }

  @Test
  void aTenantsCurrencyMovesWithTimeAndWhatItHadSaidBeforeIsSuperseded() {
    pipeline.take(STARTED, PAID).publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z"));
    assertThat(home()).isEqualTo("EUR");

    pipeline
        .publish(References.dollars("2026-01-30", "1.25"))
        .publish(References.tenantIn("USD", "2026-01-15T00:00:00Z"));
    assertThat(home()).isEqualTo("USD");
    BsonDocument month = pipeline.document(Projection.SUBSCRIBER_TOTALS, "acme|alice|2026-01");
    assertThat(month.getArray("home").getFirst().asDocument().getString("currency").getValue())
        .isEqualTo("USD");

    pipeline.publish(
        References.tenant(
            "tenant-USD2026-01-15T00:00:00Z",
            "2026-03-01T00:00:00Z",
            new TenantUpdated(null, null, Map.of("renewal.upcoming", List.of(3)), null)));
    assertThat(home()).isEqualTo("EUR");
    BsonDocument netflix = pipeline.document(Projection.SUBSCRIPTIONS, "acme|alice|netflix");
    assertThat(netflix.getDocument("nextAlert").getInt32("lead").getValue()).isEqualTo(3);
  }

  private String home() {
    return pipeline
        .document(Projection.PAYMENTS, "acme|alice|netflix|p1")
        .getDocument("home")
        .getDocument("amount")
        .getString("currency")
        .getValue();
  }

  @Test
  void itsSenderIsTold() {
    ReferenceEvent said = References.tenantIn("EUR", "2026-01-01T00:00:00Z");

    pipeline.publish(said);

    BsonDocument receipt = pipeline.documents(Projection.RECEIPTS).values().iterator().next();
    assertThat(receipt.getString("status").getValue())
        .isEqualTo(ReceiptDocument.Status.APPLIED.name());
    assertThat(receipt.getString("tenantId").getValue()).isEqualTo("acme");
    assertThat(receipt).doesNotContainKey("subscriberId");
    assertThat(pipeline.publish(said).countWritten()).isZero();
  }

  @Test
  void itsOffsetIsNotTheOneThatWatermarksTellOf() {
    pipeline
        .take(STARTED)
        .publish(References.tenantIn("EUR", "2026-01-01T00:00:00Z"))
        .publish(References.tenantIn("USD", "2026-01-02T00:00:00Z"))
        .publish("acme".getBytes(UTF_8), new byte[] {1}, new RecordHeaders())
        .tick("2026-01-06T00:00:00Z");

    assertThat(pipeline.written(Projection.PAYMENTS).getLast().getInt64("offset").getValue())
        .isZero();
  }

  @Test
  void moreThanATenantMaySayIsDeadLettered() {
    for (int number = 0; number <= Pipeline.LIMITS.facts(); number++) {
      pipeline.publish(References.tenantIn("EUR", "2026-01-%02dT00:00:00Z".formatted(number + 1)));
    }

    assertThat(reasons()).containsExactly("too-many-facts");
    assertThat(pipeline.receipts().values()).containsOnlyOnce("DEAD_LETTERED");
  }

  @Test
  void poisonIsDeadLetteredAndThePartitionGoesOn() {
    pipeline
        .publish("acme".getBytes(UTF_8), new byte[] {(byte) 0xff, 0}, new RecordHeaders())
        .publish(References.tenantAt("Asia/Tokyo", "2026-01-01T00:00:00Z"))
        .take(STARTED);

    assertThat(reasons()).containsExactly("envelope-invalid");
    assertThat(
            pipeline
                .document(Projection.SUBSCRIPTIONS, "acme|alice|netflix")
                .getString("zone")
                .getValue())
        .isEqualTo("Asia/Tokyo");
  }

  @Test
  void aSenderThatCanBeToldGetsAReceiptOfWhatCannotBeRead() {
    var record = EventRecordCodec.encode(References.tenantIn("EUR", "2026-01-01T00:00:00Z"), 0);

    pipeline.publish(record.key(), "{\"currency\":1}".getBytes(UTF_8), record.headers());

    BsonDocument receipt = pipeline.documents(Projection.RECEIPTS).values().iterator().next();
    assertThat(receipt.getString("status").getValue()).isEqualTo("DEAD_LETTERED");
    assertThat(receipt).doesNotContainKey("subscriberId");
    assertThat(receipt.getString("reason").getValue()).isEqualTo(reasons().getFirst());
  }

  @Test
  void whatLiesOnTheWrongTopicOrUnderTheWrongKeyIsNotFolded() {
    var event = EventRecordCodec.encode(STARTED);
    var reference = EventRecordCodec.encode(References.tenantIn("EUR", "2026-01-01T00:00:00Z"), 0);

    pipeline
        .publish(event.key(), event.value(), event.headers())
        .publish("other".getBytes(UTF_8), reference.value(), reference.headers())
        .take(reference.key(), reference.value(), reference.headers());

    assertThat(reasons()).containsExactly("wrong-topic", "key-mismatch");
    assertThat(reasons(pipeline.deadLetters())).containsExactly("wrong-topic");
    assertThat(pipeline.receipts()).isEmpty();
    assertThat(pipeline.count(StateStores.TENANTS)).isZero();
  }

  private List<String> reasons() {
    return reasons(pipeline.deadLetters(Topics.REFERENCE_DATA));
  }

  private static List<String> reasons(List<TestRecord<byte[], byte[]>> letters) {
    return letters.stream()
        .map(letter -> new String(letter.headers().lastHeader("perennial-reason").value(), UTF_8))
        .toList();
  }
}
