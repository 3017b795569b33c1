package dev.perennial.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.alert.AlertCodec;
import dev.perennial.contracts.alert.AlertVoided;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.operations.letters.Outgoing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics are other tests' too: each has a subscriber and a reason of its own. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class DeadLettersReplayTest {

  private static final String EVENTS = DeadLetterDesk.EVENTS;
  private static final String REFERENCES = Topics.REFERENCE_DATA;

  private final DeadLetterDesk desk;
  private final String subscriber = TestNames.fresh().id();
  private final String reason = subscriber + "-reason";
  private final Path file;

  DeadLettersReplayTest(Backends backends, @TempDir Path folder) {
    desk = new DeadLetterDesk(backends);
    file = folder.resolve("value.json");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void poisonThatIsMendedShouldGoBackAsTheEventItShouldHaveBeen() throws IOException {
    var healthy = DeadLetterDesk.payment(subscriber, "12.90");
    String id = desk.poisoned(subscriber, reason);
    Files.write(file, healthy.value());

    assertThat(desk.run("replay", id, "--value-file=" + file, "--operator=ada")).isZero();

    ConsumerRecord<byte[], byte[]> replayed = desk.at(replacedAt(id));
    assertThat(replayed.key()).isEqualTo(healthy.key());
    assertThat(replayed.value()).isEqualTo(healthy.value());
    assertThat(replayed.headers()).isEqualTo(healthy.headers());
    assertThat(replayed.partition()).isEqualTo(desk.send(healthy).partition());
    assertThat(EventRecordCodec.decode(replayed.headers(), replayed.value()))
        .isInstanceOf(Decoding.Decoded.class);
    desk.run("show", id);
    assertThat(desk.out.toString())
        .contains("state      replayed")
        .contains("2026-11-23T08:00:00Z replayed by ada to subscription-events:")
        .contains("with a mended value, sha256 " + Outgoing.digest(healthy.value()));
  }

  @Test
  void aMendedValueThatIsNotValidShouldBeRefusedWithCodeAndPlace() throws IOException {
    String id = desk.poisoned(subscriber, reason);
    long before = desk.written(EVENTS);
    Files.writeString(
        file, "{\"paymentId\":\"p1\",\"amount\":{\"value\":\"1.999\",\"currency\":\"EUR\"}}");

    assertThat(desk.run("replay", id, "--value-file=" + file)).isOne();

    assertThat(desk.err.toString())
        .startsWith("perennial: The mended value is not valid: number-range at /amount/value: ")
        .doesNotContain("1.999");
    assertThat(desk.written(EVENTS)).isEqualTo(before);
    assertThat(desk.listed(id)).contains("\topen\t");
  }

  @Test
  void aMendedValueShouldBeRefusedWhereItsKeyIsAnothers() throws IOException {
    var record = DeadLetterDesk.payment(subscriber, "1.00");
    var underAnother =
        new ProducerRecord<>(
            EVENTS, null, "acme|bob".getBytes(UTF_8), record.value(), record.headers());
    String id = desk.rejected(EVENTS, underAnother, reason);
    Files.write(file, record.value());

    assertThat(desk.run("replay", id, "--value-file=" + file)).isOne();

    assertThat(desk.err.toString()).contains("key-mismatch");
  }

  @Test
  void whatWasHandledShouldBeRefusedUnlessAgain() {
    String id = desk.poisoned(subscriber, reason);
    desk.run("replay", id, "--operator=ada");
    long before = desk.written(EVENTS);

    assertThat(desk.run("replay", id)).isOne();
    assertThat(desk.err.toString())
        .isEqualToIgnoringNewLines(
            "perennial: %s was replayed 2026-11-23T08:00:00Z by ada".formatted(id));
    assertThat(desk.run("discard", id, "--reason=x")).isOne();
    assertThat(desk.written(EVENTS)).isEqualTo(before);

    assertThat(desk.run("replay", id, "--again")).isZero();
    assertThat(desk.written(EVENTS)).isEqualTo(before + 1);
  }

  @Test
  void shouldReplayAllOpenOnesOfAReason() {
    String first = desk.poisoned(subscriber, reason);
    String second = desk.poisoned(subscriber, reason);
    String other = desk.poisoned(subscriber, reason + "-2");
    String done = desk.poisoned(subscriber, reason);
    desk.run("discard", done, "--reason=x");

    assertThat(desk.run("replay", "--all", "--reason=" + reason)).isZero();

    assertThat(desk.out.toString())
        .contains("replayed " + first, "replayed " + second)
        .doesNotContain(other + " ", done + " ");
    assertThat(desk.run("replay", "--all", "--reason=" + reason)).isZero();
    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("nothing to do");
  }

  @Test
  void oneThatIsRefusedShouldKeepTheOthersFromBeingReplayed() {
    String open = desk.poisoned(subscriber, reason);
    String handled = desk.poisoned(subscriber, reason);
    desk.run("discard", handled, "--reason=x");
    long before = desk.written(EVENTS);

    assertThat(desk.run("replay", open, handled)).isOne();

    assertThat(desk.written(EVENTS)).isEqualTo(before);
  }

  @Test
  void aDryRunShouldSayWhatWouldBeAndDoNothing() {
    String id = desk.poisoned(subscriber, reason);
    long before = desk.written(EVENTS);

    assertThat(desk.run("replay", id, "--dry-run")).isZero();

    assertThat(desk.out.toString())
        .startsWith("would replay " + id + " to subscription-events; rejected again as it is: type")
        .contains("/amount")
        .doesNotContain("secret-payment");
    assertThat(desk.written(EVENTS)).isEqualTo(before);
    assertThat(desk.listed(id)).contains("\topen\t");
  }

  @Test
  void aLetterThatSaysAnotherTopicOrNoneShouldNotBeReplayed() {
    String lying = desk.rejected(EVENTS, DeadLetterDesk.payment(subscriber, "1.00"), reason);
    var record = new ProducerRecord<byte[], byte[]>("alerts", "x".getBytes(UTF_8));
    String elsewhere = desk.letter("alerts", record, desk.at(onItsTopic(lying)).headers());
    String unsigned = desk.letter(EVENTS, record, new RecordHeaders());

    assertThat(desk.run("replay", elsewhere)).isOne();
    assertThat(desk.err.toString()).contains("says that it came from another topic");
    assertThat(desk.run("replay", unsigned)).isOne();
    assertThat(desk.err.toString()).contains("does not say where it came from");
  }

  @Test
  void aRecordWithoutAKeyShouldGoBackToItsPartition() {
    var poison = new ProducerRecord<byte[], byte[]>(EVENTS, new byte[] {1});
    String id = desk.rejected(EVENTS, poison, reason);

    assertThat(desk.run("replay", id)).isZero();

    ConsumerRecord<byte[], byte[]> replayed = desk.at(replacedAt(id));
    assertThat(replayed.partition()).isOne();
    assertThat(replayed.key()).isNull();
    assertThat(replayed.headers()).isEmpty();
  }

  @Test
  void referenceDataThatIsMendedShouldGoBackToItsPartition() throws IOException {
    for (String tenant : List.of(subscriber, subscriber + "-b", subscriber + "-c")) {
      var healthy = DeadLetterDesk.tenant(tenant, 1);
      var poison =
          new ProducerRecord<>(
              REFERENCES, null, healthy.key(), new byte[] {'{'}, healthy.headers());
      String id = desk.rejected(REFERENCES, poison, reason);
      Files.write(file, healthy.value());

      assertThat(desk.run("replay", id, "--value-file=" + file)).as(desk.err.toString()).isZero();

      ConsumerRecord<byte[], byte[]> replayed = desk.at(replacedAt(id));
      assertThat(replayed.partition()).isOne();
      assertThat(EventRecordCodec.decode(replayed.headers(), replayed.value()))
          .isInstanceOf(Decoding.DecodedReference.class);
    }
  }

  @Test
  void whatLiesOnTheWrongTopicShouldNotGoBackThere() throws IOException {
    var tenant = DeadLetterDesk.tenant(subscriber, 1);
    var payment = DeadLetterDesk.payment(subscriber, "1.00");
    Files.write(file, tenant.value());
    assertThat(desk.run("replay", desk.rejected(EVENTS, tenant, reason), "--value-file=" + file))
        .isOne();
    assertThat(desk.err.toString()).contains("wrong-topic", "reference-data");

    Files.write(file, payment.value());
    assertThat(
            desk.run("replay", desk.rejected(REFERENCES, payment, reason), "--value-file=" + file))
        .isOne();
    assertThat(desk.err.toString()).contains("wrong-topic", "subscription-events");
  }

  @Test
  void anAlertShouldBeMendedByItsOwnCodec() throws IOException {
    var alert = new AlertVoided("a1", new SubscriberKey("acme", subscriber), DeadLetterDesk.NOW);
    var record =
        new ProducerRecord<>(
            "alerts",
            null,
            ("acme|" + subscriber).getBytes(UTF_8),
            new byte[] {'{'},
            AlertCodec.headers(alert));
    String id = desk.rejected("alerts", record, "alert-unreadable");
    Files.writeString(file, "[]");
    assertThat(desk.run("replay", id, "--value-file=" + file)).isOne();
    assertThat(desk.err.toString()).contains("alert-unreadable: ");

    Files.write(file, AlertCodec.encode(alert));
    assertThat(desk.run("replay", id, "--value-file=" + file)).isZero();

    ConsumerRecord<byte[], byte[]> replayed = desk.at(replacedAt(id));
    assertThat(AlertCodec.decode(replayed.headers(), replayed.value())).isEqualTo(alert);
  }

  @Test
  void shouldNotUnderstandWhatDoesNotFitTogether() {
    String id = "subscription-events:0:0";
    assertThat(desk.run("replay")).isEqualTo(2);
    assertThat(desk.run("replay", id, "--all")).isEqualTo(2);
    assertThat(desk.run("replay", id, "--reason=x")).isEqualTo(2);
    assertThat(desk.run("replay", id, "subscription-events:0:1", "--value-file=f")).isEqualTo(2);
    assertThat(desk.run("replay", "--all", "--value-file=f")).isEqualTo(2);
    assertThat(desk.run("replay", id, "--value-file=" + file)).isOne();
    assertThat(desk.err.toString()).contains("Cannot be read: ");
  }

  /** Where the last replay of that letter says that it wrote it. */
  private String replacedAt(String id) {
    return desk.auditOf(id).getList("letters", Document.class).getFirst().getString("to");
  }

  private static String onItsTopic(String id) {
    return id.replaceFirst(":", ".dead-letters:");
  }
}
