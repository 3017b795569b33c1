package dev.perennial.notifier.mail;

import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.notifier.channel.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailChannelTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

  private final ScriptedSmtpServer server = new ScriptedSmtpServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anAcceptedMessageIsSent() {
    assertThat(send()).isEqualTo(new Outcome.Sent());
    assertThat(server.messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 554 go away, smtp-unreachable",
    "MAIL, 451 later, smtp-451",
    "RCPT, 450 mailbox busy, smtp-450",
    "DATA, 421 closing, smtp-421",
    "., 452 disk full, smtp-452",
    "MAIL, hang up, smtp-connection-lost",
    "RCPT, hang up, smtp-connection-lost",
    "DATA, hang up, smtp-connection-lost",
    "DATA, silence, smtp-connection-lost"
  })
  void whatCertainlyWasNotSentMayBeTriedAgain(String verb, String answer, String reason) {
    server.answering(verb, answer);

    assertThat(send()).isEqualTo(new Outcome.NotSent(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 553 not you, smtp-553",
    "RCPT, 550 nobody here, smtp-550",
    "DATA, 554 no, smtp-554",
    "., 552 too much, smtp-552"
  })
  void whatTheServerRefusesForGoodIsNotTriedAgain(String verb, String answer, String reason) {
    server.answering(verb, answer);

    assertThat(send()).isEqualTo(new Outcome.Refused(reason));
  }

  @ParameterizedTest
  @CsvSource({"hang up", "silence"})
  void aLostAnswerToTheWholeMessageLeavesItUnclear(String answer) {
    server.answering(".", answer);

    assertThat(send()).isEqualTo(new Outcome.Unclear("smtp-answer-lost"));
    assertThat(server.messages()).as("the server has it").hasSize(1);
  }

  @Test
  void aFailureAfterTheAnswerDoesNotTakeTheMessageBack() {
    server.answering("QUIT", ScriptedSmtpServer.HANG_UP);

    assertThat(send()).isEqualTo(new Outcome.Sent());
  }

  @Test
  void aServerThatIsAwayIsTriedAgain() {
    server.close();

    assertThat(send()).isEqualTo(new Outcome.NotSent("smtp-unreachable"));
  }

  @Test
  void withoutTheTlsThatIsRequiredNothingIsSent() {
    var settings = settings(true);

    var outcome = new MailChannel(settings, CLOCK).send(notice().claim(), "alice@example.org");

    assertThat(outcome).isInstanceOf(Outcome.NotSent.class);
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void theMessageIsNamedAfterItsRowAndItsAlert() {
    send();

    assertThat(server.messages().getFirst())
        .contains("Message-ID: " + MessageIds.of("alert-1|mail", "perennial.example"))
        .contains("X-Perennial-Alert: alert-1")
        .contains("Auto-Submitted: auto-generated");
  }

  private Outcome send() {
    return new MailChannel(settings(false), CLOCK).send(notice().claim(), "alice@example.org");
  }

  private MailProperties settings(boolean starttls) {
    return new MailProperties(
        "127.0.0.1",
        server.port(),
        "Perennial <alerts@perennial.example>",
        null,
        null,
        starttls,
        Duration.ofSeconds(1));
  }
}
