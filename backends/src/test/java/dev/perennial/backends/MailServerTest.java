package dev.perennial.backends;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {
  @TempDir Path folder;

  @Test
  void listsWhatItReceived() throws Exception {
    try (var server = MailServer.start(folder)) {
      send(server, "Netflix renews tomorrow: 12,99 €");

      assertThat(server.received())
          .singleElement()
          .satisfies(
              mail -> {
                assertThat(mail.subject()).isEqualTo("Netflix renews tomorrow: 12,99 €");
                assertThat(mail.from()).isEqualTo("perennial@example.org");
                assertThat(mail.to()).containsExactly("alice@example.org");
                assertThat(mail.text()).isEqualTo("Grüße");
                assertThat(mail.html()).isEqualTo("<p>Grüße</p>");
                assertThat(mail.messageId()).startsWith("<").endsWith(">");
                assertThat(mail.headers()).contains("X-Alert: a1");
                assertThat(mail.receivedAt()).isNotNull();
              });
    }
  }

  @Test
  void forgetsWhenPurged() throws Exception {
    try (var server = MailServer.start(folder)) {
      send(server, "one");
      server.purge();

      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void refusesConnectionsWhileStopped() throws Exception {
    try (var server = MailServer.start(folder)) {
      server.stop();
      Assertions.assertThatThrownBy(() -> send(server, "lost"))
          .isInstanceOf(MessagingException.class);

      server.restart();
      send(server, "back");

      assertThat(server.received()).extracting(ReceivedMail::subject).containsExactly("back");
    }
  }

  @Test
  void keepsWhatItReceivedForTheNextStart() throws Exception {
    List<ReceivedMail> before;
    try (var server = MailServer.start(folder)) {
      send(server, "first");
      send(server, "second");
      before = server.received();
    }

    try (var server = MailServer.start(folder)) {
      assertThat(server.received()).isEqualTo(before).hasSize(2);
      assertThat(server.received())
          .extracting(ReceivedMail::subject)
          .containsExactly("first", "second");
    }
  }

  private static void send(MailServer server, String subject) throws MessagingException {
    var properties = new Properties();
    properties.put("mail.smtp.host", server.host());
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom("perennial@example.org");
    message.setRecipient(RecipientType.TO, new InternetAddress("alice@example.org"));
    message.setSubject(subject, "UTF-8");
    message.setHeader("X-Alert", "a1");
    message.setContent(
        new MimeMultipart(
            "alternative", part("Grüße", "text/plain"), part("<p>Grüße</p>", "text/html")));
    Transport.send(message);
  }

  private static MimeBodyPart part(String content, String type) throws MessagingException {
    var part = new MimeBodyPart();
    part.setContent(content, type + "; charset=UTF-8");
    return part;
  }
}
