package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import dev.perennial.domain.event.TenantUpdated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

  private static final byte[] KEY = "acme|alice".getBytes(UTF_8);
  private static final byte[] POISON = {(byte) 0xff, 0x00, 0x13};

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void poisonIsDeadLetteredWithItsPlaceAndThePartitionGoesOn() {
    pipeline
        .take(Facts.started("netflix", "2026-01-05T10:00:00Z", "2026-01-31", "12.90"))
        .take(KEY, POISON, new RecordHeaders().add("x", "y".getBytes(UTF_8)))
        .take(Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    TestRecord<byte[], byte[]> letter = onlyLetter();
    assertThat(letter.key()).isEqualTo(KEY);
    assertThat(letter.value()).isEqualTo(POISON);
    assertThat(header(letter, "x")).isEqualTo("y");
    assertThat(header(letter, "perennial-reason")).isEqualTo("envelope-invalid");
    assertThat(header(letter, "perennial-topic")).isEqualTo("subscription-events");
    assertThat(header(letter, "perennial-partition")).isEqualTo("0");
    assertThat(header(letter, "perennial-offset")).isEqualTo("1");
    assertThat(header(letter, "perennial-timestamp")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(pipeline.documents(Projection.PAYMENTS)).hasSize(1);
  }

  @Test
  void aSenderThatCanBeToldGetsAReceipt() {
    var record =
        EventRecordCodec.encode(Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    pipeline.take(record.key(), "{\"amount\":1}".getBytes(UTF_8), record.headers());

    BsonDocument receipt = pipeline.documents(Projection.RECEIPTS).values().iterator().next();
    assertThat(receipt.getString("status").getValue()).isEqualTo("DEAD_LETTERED");
    assertThat(receipt.getString("eventId").getValue()).isEqualTo("paid-p1");
    assertThat(receipt.getString("reason").getValue())
        .isEqualTo(header(onlyLetter(), "perennial-reason"));
  }

  @Test
  void aRecordUnderAnotherKeyIsNotFolded() {
    var record =
        EventRecordCodec.encode(Facts.paid("netflix", "p1", "2026-01-31T10:00:00Z", "12.90"));

    pipeline.take("acme|bob".getBytes(UTF_8), record.value(), record.headers());

    assertThat(header(onlyLetter(), "perennial-reason")).isEqualTo("key-mismatch");
    assertThat(pipeline.documents(Projection.PAYMENTS)).isEmpty();
    assertThat(pipeline.documents(Projection.RECEIPTS)).isEmpty();
  }

  @Test
  void referenceDataAmongTheEventsOfSubscribersIsNotFolded() {
    var moment = Instant.parse("2026-01-05T10:00:00Z");
    var data = new TenantUpdated(Currency.getInstance("EUR"), null, null, null);
    var fact = new Fact(new EventId("/admin", "t1"), moment, "", moment, Mode.LIVE, data);
    var record = EventRecordCodec.encode(new ReferenceEvent("acme", "acme", fact), 0);

    pipeline.take(record.key(), record.value(), record.headers());

    assertThat(header(onlyLetter(), "perennial-reason")).isEqualTo("wrong-topic");
    assertThat(pipeline.documents(Projection.RECEIPTS)).isEmpty();
  }

  @Test
  void aFactTooManyIsDeadLetteredAndTheOthersStay() {
    List<Event> facts = new ArrayList<>();
    for (int number = 0; number <= Pipeline.LIMITS.facts(); number++) {
      facts.add(Facts.paid("netflix", "p" + number, "2026-01-31T10:00:00Z", "1.00"));
    }

    pipeline.take(facts);

    assertThat(header(onlyLetter(), "perennial-reason")).isEqualTo("too-many-facts");
    assertThat(pipeline.documents(Projection.PAYMENTS)).hasSize(Pipeline.LIMITS.facts());
  }

  @Test
  void aSubscriptionTooManyIsDeadLettered() {
    for (int number = 0; number <= Pipeline.LIMITS.subscriptions(); number++) {
      pipeline.take(Facts.started("s" + number, "2026-01-05T10:00:00Z", "2026-01-31", "1.00"));
    }

    assertThat(header(onlyLetter(), "perennial-reason")).isEqualTo("too-many-subscriptions");
    assertThat(pipeline.documents(Projection.SUBSCRIPTIONS))
        .hasSize(Pipeline.LIMITS.subscriptions());
  }

  private TestRecord<byte[], byte[]> onlyLetter() {
    List<TestRecord<byte[], byte[]>> letters = pipeline.deadLetters();
    assertThat(letters).hasSize(1);
    return letters.getFirst();
  }

  private static String header(TestRecord<byte[], byte[]> record, String name) {
    Headers headers = record.headers();
    return new String(headers.lastHeader(name).value(), UTF_8);
  }
}
