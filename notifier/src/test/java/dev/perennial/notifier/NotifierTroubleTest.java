package dev.perennial.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.CompositeKey;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happens to alerts when something around the notifier fails. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotifierTroubleTest {

  private Backends backends;
  private RunningNotifier notifier;
  private TestSubscriber alice;

  @BeforeAll
  void start(Backends shared) {
    backends = shared;
    notifier = new RunningNotifier(backends);
  }

  @AfterAll
  void stop() {
    notifier.close();
  }

  @BeforeEach
  void newSubscriber() {
    notifier.mail.restart();
    alice = notifier.newSubscriber();
  }

  @Test
  void aMailServerThatIsAwayDelaysButLosesNothing() {
    var to = alice.destination("mail");
    notifier.mail.stop();
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-unreachable");

    notifier.mail.restart();

    alice.awaitPublished("mail", "SENT");
    assertThat(alice.mailsTo(to)).hasSize(1);
  }

  @Test
  void whatIsWithdrawnBeforeItIsSentIsNeverSent() {
    var to = alice.destination("mail");
    notifier.mail.stop();
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-unreachable");

    await()
        .untilAsserted(
            () -> {
              // A row that is claimed just then is left alone, so the withdrawal is repeated.
              alice.withdraw();
              alice.awaitConsumed();
              assertThat(alice.row("mail")).containsEntry("state", "VOIDED");
            });
    notifier.mail.restart();
    sendAnotherMail();

    assertThat(alice.awaitPublished("mail", "VOIDED")).doesNotContainKey("reason");
    assertThat(alice.mailsTo(to)).isEmpty();
  }

  @Test
  void aDestinationThatIsGoneFailsItsDelivery() {
    alice.destination("mail");
    notifier.mail.stop();
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-unreachable");

    assertThat(notifier.api.delete(alice.key(), "mail").statusCode()).isEqualTo(204);

    assertThat(alice.awaitPublished("mail", "FAILED"))
        .containsEntry("reason", "destination-removed");
  }

  @Test
  void aPoisonRecordGoesToTheDeadLettersAndThePartitionGoesOn() {
    var to = alice.destination("mail");
    var key = CompositeKey.of(alice.key()).getBytes(UTF_8);
    var headers = new RecordHeaders().add("ce_type", "alert.raised".getBytes(UTF_8));

    notifier.fixture.publish(key, "{not json".getBytes(UTF_8), headers);
    alice.alert();

    alice.awaitMail(to);
    var letter = deadLetter(key);
    assertThat(letter.value()).asString(UTF_8).isEqualTo("{not json");
    assertThat(header(letter, "perennial-reason")).isEqualTo("alert-unreadable");
    assertThat(header(letter, "perennial-error")).isEqualTo("Not JSON");
    assertThat(header(letter, "perennial-topic")).isEqualTo("alerts");
    assertThat(header(letter, "perennial-partition")).matches("[0-2]");
    assertThat(header(letter, "perennial-offset")).matches("\\d+");
    assertThat(header(letter, "perennial-timestamp"))
        .satisfies(time -> assertThat(Instant.parse(time)).isAfter(Instant.EPOCH));
    assertThat(header(letter, "ce_type")).isEqualTo("alert.raised");
  }

  @Test
  void aDatabaseThatIsAwayDelaysButLosesNothing() {
    var to = alice.destination("mail");
    backends.mongodb().stop();
    alice.alert();
    backends.mongodb().restart();

    alice.awaitPublished("mail", "SENT");

    assertThat(alice.mailsTo(to)).hasSize(1);
  }

  private ConsumerRecord<byte[], byte[]> deadLetter(byte[] key) {
    try (var letters =
        new TopicReader(notifier.fixture.bootstrapServers(), "alerts.dead-letters")) {
      return await().until(() -> find(letters, key), Optional::isPresent).orElseThrow();
    }
  }

  private static Optional<ConsumerRecord<byte[], byte[]>> find(TopicReader letters, byte[] key) {
    return letters.records().stream()
        .filter(letter -> new String(letter.key(), UTF_8).equals(new String(key, UTF_8)))
        .findFirst();
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  /** Due later than all that was due before: nothing older is left in the queue. */
  private void sendAnotherMail() {
    var bob = notifier.newSubscriber();
    var to = bob.destination("mail");
    bob.alert();
    bob.awaitMail(to);
  }
}
