package dev.perennial.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.ReceivedMail;
import dev.perennial.backends.WithBackends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is left of a subscriber that is erased, and how it begins anew. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErasureTest {

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
  void shouldLeaveNothingButIdAndVersionWhenASubscriberIsErased() {
    alice.destination("mail");
    alice.alert();
    var before = alice.awaitPublished("mail", "SENT").getLong("version");

    alice.erase();

    var document = alice.awaitErased("mail");
    assertThat(document)
        .containsOnlyKeys("_id", "version", "partition", "tenantId", "erased")
        .containsEntry("_id", alice.rowId("mail"))
        .containsEntry("version", before + 1)
        .containsEntry("erased", true);
    assertThat(document.get("partition"))
        .isEqualTo(notifier.published(alice.rowId("mail")).getLast().partition());
    assertThat(alice.row("mail"))
        .containsOnlyKeys(
            "_id", "tenantId", "erased", "at", "record", "revision", "publishedRevision", "outbox");
    assertThat(notifier.api.get(alice.key(), "mail").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNameAnErasedSubscriberNowhereInTheDatabase() {
    alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");

    alice.erase();
    alice.awaitErased("mail");

    var database = notifier.database();
    for (var collection : database.listCollectionNames()) {
      for (var document : database.getCollection(collection).find()) {
        document.remove("_id", alice.rowId("mail"));
        assertThat(document.toJson()).doesNotContain(alice.key().subscriberId());
      }
    }
  }

  @Test
  void shouldLeaveOtherSubscribersAlone() {
    var bob = notifier.newSubscriber();
    bob.destination("mail");
    bob.alert();
    bob.awaitPublished("mail", "SENT");
    var before = bob.row("mail");
    alice.alert();

    alice.erase();
    alice.awaitErased("");

    assertThat(bob.row("mail")).isEqualTo(before);
    assertThat(notifier.api.get(bob.key(), "mail").statusCode()).isEqualTo(200);
  }

  @Test
  void shouldNeverSendWhatWasNotSentWhenItsSubscriberIsErased() {
    var to = alice.destination("mail");
    notifier.mail.stop();
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-unreachable");

    alice.erase();
    alice.awaitErased("mail");
    notifier.mail.restart();
    sendAnotherMail();

    assertThat(alice.mailsTo(to)).isEmpty();
  }

  @Test
  void shouldTellANewLifeUnderAnAlertIdOfTheOldOne() {
    var to = alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");
    alice.erase();
    var erased = alice.awaitErased("mail").getLong("version");

    alice.destination("mail");
    alice.alert();

    var document = alice.awaitPublished("mail", "SENT");
    assertThat(document).containsEntry("state", "SENT").doesNotContainKey("erased");
    assertThat(document.getLong("version")).isGreaterThan(erased);
    assertThat(alice.mailsTo(to)).hasSize(2);
    assertThat(alice.mailsTo(to).stream().map(ReceivedMail::messageId).distinct()).hasSize(2);
  }

  @Test
  void shouldBringNothingBackWhenAllAlertsAreReadAgain() {
    var to = alice.destination("mail");
    alice.alert();
    alice.awaitPublished("mail", "SENT");
    alice.erase();
    var erased = alice.awaitErased("mail");
    alice.destination("mail");
    alice.destination("phone");

    readAllAgain();

    assertThat(alice.rows()).isEmpty();
    assertThat(alice.row("mail")).containsEntry("revision", erased.get("version"));
    assertThat(alice.mailsTo(to)).hasSize(1);
    assertThat(alice.mailsTo(alice.address("phone"))).isEmpty();
    assertThat(alice.hasDestination("mail")).isTrue();
    assertThat(alice.hasDestination("phone")).isTrue();
  }

  @Test
  void shouldLeaveTheNewLifeAsItIsWhenTheOldOneIsReadAgain() {
    var to = alice.destination("mail");
    alice.alert();
    alice.withdraw();
    alice.erase();
    alice.awaitErased("mail");
    alice.destination("mail");
    notifier.mail.stop();
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-unreachable");
    var before = alice.mailsTo(to).size();

    readAllAgain();
    notifier.mail.restart();

    alice.awaitPublished("mail", "SENT");
    assertThat(alice.mailsTo(to)).hasSize(before + 1);
  }

  /** Another notifier takes over and begins at the first record there is. */
  private void readAllAgain() {
    notifier.stopService();
    notifier.readAgainFromTheBeginning();
    notifier.close();
    notifier = new RunningNotifier(backends);
    alice = notifier.again(alice);
    alice.awaitConsumed();
  }

  /** Due later than all that was due before: nothing older is left in the queue. */
  private void sendAnotherMail() {
    var bob = notifier.newSubscriber();
    var to = bob.destination("mail");
    bob.alert();
    bob.awaitMail(to);
  }
}
