package dev.perennial.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.topic.DeadLetterNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topics are other tests' too: each has a subscriber and a reason of its own. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class DeadLettersListTest {

  private static final byte[] POISON_BYTES = {(byte) 0xff, 0x00, '{'};

  private final DeadLetterDesk desk;
  private final String subscriber = TestNames.fresh().id();
  private final String reason = subscriber + "-reason";

  DeadLettersListTest(Backends backends) {
    desk = new DeadLetterDesk(backends);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void shouldListALetterByItsHeadersAndNothingOfItsValue() {
    String id = desk.poisoned(subscriber, reason);
    Instant when = Instant.ofEpochMilli(desk.at(onItsTopic(id)).timestamp());

    assertThat(desk.run("list", "--reason=" + reason)).isZero();

    assertThat(desk.out.toString().lines())
        .containsExactly(
            String.join(
                "\t",
                id,
                when.toString(),
                "open",
                reason,
                "from subscription-events:1:41",
                "type payment.succeeded",
                "event evt-1",
                "source /billing",
                "tenant acme",
                "subscriber " + subscriber),
            "1 dead letter: 1 open");
  }

  @Test
  void shouldListByTopicReasonAndTime() {
    String first = desk.poisoned(subscriber, reason);
    String second = desk.poisoned(subscriber, reason + "-2");
    Instant later = Instant.ofEpochMilli(desk.at(onItsTopic(second)).timestamp()).plusMillis(1);

    desk.run("list", "--topic=subscription-events", "--reason=" + reason);
    assertThat(desk.out.toString()).contains(first + "\t").doesNotContain(second + "\t");
    desk.run("list", "--topic=subscription-events.dead-letters");
    assertThat(desk.out.toString()).contains(first + "\t", second + "\t");
    desk.run("list", "--topic=alerts");
    assertThat(desk.out.toString()).doesNotContain(first + "\t");
    desk.run("list", "--since=" + later);
    assertThat(desk.out.toString()).doesNotContain(first + "\t", second + "\t");
    desk.run("list", "--since=" + later.minusMillis(1));
    assertThat(desk.out.toString()).contains(second + "\t");
  }

  @Test
  void shouldSayPlainlyThatThereAreNone() {
    assertThat(desk.run("list", "--reason=" + reason)).isZero();
    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("no open dead letters");
    assertThat(desk.run("list", "--all", "--reason=" + reason)).isZero();
    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("no dead letters");
  }

  @Test
  void shouldSayWhichTopicIsNotThere() {
    assertThat(desk.run("list", "--topic=nothing")).isOne();
    assertThat(desk.err.toString())
        .isEqualToIgnoringNewLines("perennial: There is no topic nothing.dead-letters");
  }

  @Test
  void shouldSayInOneLineThatKafkaDoesNotAnswer(@TempDir Path folder) throws IOException {
    Path impatient = folder.resolve("client.properties");
    Files.writeString(impatient, "default.api.timeout.ms=1000\nrequest.timeout.ms=500\n");

    int code =
        desk.runAlone("dead-letters", "list", "--kafka=127.0.0.1:1", "--kafka-config=" + impatient);

    assertThat(code).isOne();
    assertThat(desk.err.toString()).isEqualToIgnoringNewLines("perennial: Kafka does not answer");
  }

  @Test
  void shouldListOnlyWhatATransactionCommitted() {
    var settings = new HashMap<>(desk.broker());
    settings.put("transactional.id", subscriber);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(letterOf(reason + "-aborted"));
      producer.abortTransaction();
      producer.beginTransaction();
      producer.send(letterOf(reason + "-committed"));
      producer.commitTransaction();
    }

    // Kafka answers a commit before its markers are written.
    await().until(() -> listed().contains(reason + "-committed"));
    assertThat(listed()).doesNotContain(reason + "-aborted");
  }

  @Test
  void aSendersHeadersShouldNotMoveTheCursor() {
    var headers = new RecordHeaders().add("ce_id", "\u001b[2Jevt\n\u202e1".getBytes(UTF_8));
    String id = desk.letter(DeadLetterDesk.EVENTS, record(POISON_BYTES), headers);

    assertThat(desk.listed(id)).contains("unsigned", "event \\u001b[2Jevt\\u000a\\u202e1");
  }

  @Test
  void shouldShowEverythingButTheValue() {
    String id = desk.poisoned(subscriber, reason);

    assertThat(desk.run("show", id)).isZero();

    assertThat(desk.out.toString())
        .contains(id, "open", reason, "Not as it should be.", "subscription-events:1:41")
        .contains("acme|" + subscriber, "ce_type: payment.succeeded", "2026-01-05T10:00:02Z")
        .contains(DeadLetterDesk.POISON.length() + " bytes, sha256 ")
        .doesNotContain("secret-payment", "perennial-reason");
  }

  @Test
  void shouldShowTheValueWhereItIsAskedFor() {
    String text = desk.poisoned(subscriber, reason);
    String binary = desk.rejected(DeadLetterDesk.EVENTS, record(POISON_BYTES), reason);

    desk.run("show", text, "--value");
    assertThat(desk.out.toString().lines()).last().isEqualTo(DeadLetterDesk.POISON);
    desk.run("show", binary, "--value");
    assertThat(desk.out.toString().lines())
        .last()
        .isEqualTo("base64:" + Base64.getEncoder().encodeToString(POISON_BYTES));
  }

  @Test
  void shouldShowARecordWithoutKeyAndValue() {
    String id = desk.rejected(DeadLetterDesk.EVENTS, record(null), reason);

    assertThat(desk.run("show", id, "--value")).isZero();

    assertThat(desk.out.toString()).contains("key        none", "value      none");
  }

  @Test
  void shouldSayThatALetterIsNotThere() {
    assertThat(desk.run("show", "subscription-events:0:99999")).isOne();
    assertThat(desk.err.toString())
        .contains("There is no dead letter subscription-events:0:99999", "30 days");
    assertThat(desk.run("show", "subscription-events:9:0")).isOne();
    assertThat(desk.run("show", "nothing:0:0")).isOne();
  }

  @Test
  void shouldNotUnderstandWhatIsNoId() {
    assertThat(desk.run("show", "subscription-events")).isEqualTo(2);
    assertThat(desk.err.toString()).contains("subscription-events:2:17");
  }

  private String listed() {
    desk.run("list", "--topic=subscription-events");
    return desk.out.toString();
  }

  private static ProducerRecord<byte[], byte[]> record(byte @Nullable [] value) {
    return new ProducerRecord<>(DeadLetterDesk.EVENTS, value);
  }

  private static ProducerRecord<byte[], byte[]> letterOf(String reason) {
    var note = new DeadLetterNote(reason, "An error.", "subscription-events", 1, 1, Instant.EPOCH);
    byte[] key = reason.getBytes(UTF_8);
    return new ProducerRecord<>(
        "subscription-events.dead-letters", 0, key, key, note.addedTo(new RecordHeaders()));
  }

  private static String onItsTopic(String id) {
    return id.replaceFirst(":", ".dead-letters:");
  }
}
