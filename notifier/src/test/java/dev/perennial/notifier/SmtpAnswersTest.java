package dev.perennial.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.notifier.mail.ScriptedSmtpServer;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a mail server's answers make of a delivery. */
@WithBackends({Backend.KAFKA, Backend.MONGODB, Backend.MAIL})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpAnswersTest {

  private static final int ATTEMPTS = 3;

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();
  private RunningNotifier notifier;
  private TestSubscriber alice;

  @BeforeAll
  void start(Backends backends) {
    notifier =
        new RunningNotifier(
            backends,
            Map.of(
                "perennial.notifier.mail.port",
                server.port(),
                "perennial.notifier.max-attempts",
                ATTEMPTS));
  }

  @AfterAll
  void stop() {
    notifier.close();
    server.close();
  }

  @BeforeEach
  void newSubscriber() {
    server.answering("RCPT", "250 ok").answering(".", "250 queued");
    alice = notifier.newSubscriber();
    alice.destination("mail");
  }

  @Test
  void aTemporaryRefusalIsTriedAgainUntilTheServerTakesIt() {
    server.answering("RCPT", "451 greylisted");
    alice.alert();
    alice.awaitFailedAttempt("mail", "smtp-451");

    server.answering("RCPT", "250 ok");

    assertThat(alice.awaitPublished("mail", "SENT")).doesNotContainKey("reason");
    assertThat(messagesToAlice()).isEqualTo(1);
  }

  @Test
  void aServerThatNeverTakesItIsGivenUp() {
    server.answering(".", "452 disk full");

    alice.alert();

    assertThat(alice.awaitPublished("mail", "FAILED"))
        .containsEntry("reason", "attempts-exhausted:smtp-452");
    assertThat(alice.row("mail")).containsEntry("attempts", ATTEMPTS);
  }

  @Test
  void aPermanentRefusalFailsAtOnce() {
    server.answering("RCPT", "550 nobody of that name");

    alice.alert();

    assertThat(alice.awaitPublished("mail", "FAILED")).containsEntry("reason", "smtp-550");
    assertThat(alice.row("mail")).containsEntry("attempts", 1);
  }

  @Test
  void aLostAnswerLeavesItUnknownAndIsNeverTriedAgain() {
    server.answering(".", ScriptedSmtpServer.HANG_UP);
    alice.alert();

    assertThat(alice.awaitPublished("mail", "UNKNOWN")).containsEntry("reason", "smtp-answer-lost");

    server.answering(".", "250 queued");
    var bob = notifier.newSubscriber();
    bob.destination("mail");
    bob.alert();
    bob.awaitPublished("mail", "SENT");
    assertThat(messagesToAlice()).isEqualTo(1);
  }

  private long messagesToAlice() {
    return server.messages().stream()
        .filter(message -> message.contains("X-Perennial-Alert: " + alice.alertId()))
        .count();
  }
}
