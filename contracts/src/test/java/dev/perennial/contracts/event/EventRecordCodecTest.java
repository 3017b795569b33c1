package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.ReferenceEvent;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRecordCodecTest {

  private final ProducerRecord<byte[], byte[]> record = EventRecordCodec.encode(Samples.started());

  @Test
  void shouldReadBackEveryEventItWrites() {
    for (long seed = 1; seed <= 1_000; seed++) {
      Event event = new RandomEvents(seed).next();
      ProducerRecord<byte[], byte[]> written = EventRecordCodec.encode(event);
      assertThat(EventRecordCodec.decode(written.headers(), written.value()))
          .as("seed " + seed)
          .isEqualTo(new Decoding.Decoded(event));
    }
  }

  @Test
  void shouldReadBackAllReferenceDataItWrites() {
    for (long seed = 1; seed <= 1_000; seed++) {
      ReferenceEvent event = new RandomEvents(seed).nextReference();
      ProducerRecord<byte[], byte[]> written = EventRecordCodec.encode(event, 7);
      assertThat(EventRecordCodec.decode(written.headers(), written.value()))
          .as("seed " + seed)
          .isEqualTo(new Decoding.DecodedReference(event));
    }
  }

  @Test
  void shouldWriteTheHeadersOfTheContract() {
    assertThat(texts(record.headers()))
        .containsExactlyInAnyOrder(
            "ce_specversion=1.0",
            "ce_id=evt-1",
            "ce_source=/billing",
            "ce_type=subscription.started",
            "ce_time=2026-01-05T10:00:00Z",
            "ce_subject=netflix",
            "ce_subscriberid=alice",
            "ce_tenantid=acme",
            "ce_receivedat=2026-01-05T10:00:01Z",
            "ce_mode=live",
            "content-type=application/json");
    assertThat(record.topic()).isEqualTo("subscription-events");
    assertThat(record.partition()).isNull();
    assertThat(record.timestamp()).isNull();
  }

  @Test
  void shouldKeyBySubscriberWithItsSeparatorEncoded() {
    Event event = Samples.started();
    Event odd = new Event(new SubscriberKey("a|b", "c%d"), event.subject(), event.fact());
    assertThat(new String(EventRecordCodec.encode(odd).key(), UTF_8)).isEqualTo("a%7Cb|c%25d");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.9, schema-version",
    "ce_specversion, , envelope-invalid",
    "ce_id, , envelope-invalid",
    "ce_id, '', id-invalid",
    "ce_type, subscription.lost, event-type-unknown",
    "ce_time, , field-missing",
    "ce_time, yesterday, envelope-invalid",
    "ce_subject, , field-missing",
    "ce_subscriberid, a@b, id-invalid",
    "ce_tenantid, , field-missing",
    "ce_receivedat, 2026-01-05, time-format",
    "ce_mode, dead, enum",
    "content-type, application/xml, enum",
    "content-type, application/cloudevents+json, envelope-invalid"
  })
  void shouldNameWhatIsWrongWithAnEnvelope(String header, String value, String code) {
    record.headers().remove(header);
    if (value != null) {
      record.headers().add(header, value.getBytes(UTF_8));
    }
    assertThat(rejection(record.headers(), record.value()).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":', json-malformed",
    "'{\"nom\":\"x\"}', field-unknown",
    "'', body-missing",
    "'[]', type"
  })
  void shouldNameWhatIsWrongWithAValue(String value, String code) {
    assertThat(rejection(record.headers(), value.getBytes(UTF_8)).code()).isEqualTo(code);
  }

  @Test
  void shouldWantTheAlertAsSubject() {
    ProducerRecord<byte[], byte[]> snoozed =
        EventRecordCodec.encode(
            Samples.event(
                Samples.of("alert.snoozed", "{\"alertId\":\"alice\",\"until\":\"2026-01-09\"}")));
    snoozed.headers().remove("ce_subject").add("ce_subject", "bob".getBytes(UTF_8));

    Violation violation = rejection(snoozed.headers(), snoozed.value());

    assertThat(violation.code()).isEqualTo("field-conflict");
    assertThat(violation.pointer()).isEqualTo("ce_subject");
  }

  @Test
  void shouldRejectARecordWithoutValue() {
    assertThat(rejection(record.headers(), null).code()).isEqualTo("body-missing");
  }

  @Test
  void shouldSurviveAnyBytes() {
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      byte[] value = new byte[random.nextInt(40)];
      random.nextBytes(value);
      Headers headers = new RecordHeaders();
      for (Header header : record.headers()) {
        headers.add(header.key(), random.nextInt(8) == 0 ? mutated(random) : header.value());
      }
      assertThat(EventRecordCodec.decode(headers, value)).isInstanceOf(Decoding.Rejected.class);
    }
  }

  private static byte @Nullable [] mutated(Random random) {
    if (random.nextBoolean()) {
      return null;
    }
    byte[] bytes = new byte[random.nextInt(10)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static Violation rejection(Headers headers, byte @Nullable [] value) {
    return ((Decoding.Rejected) EventRecordCodec.decode(headers, value)).violation();
  }

  private static List<String> texts(Headers headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .map(header -> header.key() + "=" + new String(header.value(), UTF_8))
        .collect(Collectors.toList());
  }
}
