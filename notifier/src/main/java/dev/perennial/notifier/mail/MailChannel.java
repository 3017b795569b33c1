package dev.perennial.notifier.mail;

import dev.perennial.notifier.channel.Channel;
import dev.perennial.notifier.channel.Outcome;
import dev.perennial.notifier.ledger.Claim;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends a claimed row as one mail, over a connection of its own. The dialogue is driven here and
 * not through {@code JavaMailSender}, which does not tell whether a failure came before or after
 * the message's last line: that is the difference between PENDING and UNKNOWN.
 */
final class MailChannel implements Channel {

  private static final Logger LOG = LoggerFactory.getLogger(MailChannel.class);

  private final MailProperties settings;
  private final Session session;
  private final MailTemplates templates = new MailTemplates();
  private final Clock clock;

  MailChannel(MailProperties settings, Clock clock) {
    this.settings = settings;
    this.session = SmtpSession.of(settings);
    this.clock = clock;
  }

  @Override
  public Outcome send(Claim claim, String address) {
    try {
      return transmit(compose(claim, address));
    } catch (AddressException malformed) {
      return new Outcome.Refused("address-invalid");
    } catch (MessagingException | RuntimeException failure) {
      LOG.atError()
          .addKeyValue("row", claim.rowId())
          .addKeyValue("failure", failure.getClass().getName())
          .log("A mail could not be composed");
      return new Outcome.Refused("not-composable");
    }
  }

  private MimeMessage compose(Claim claim, String address) throws MessagingException {
    var id = MessageIds.of(claim.messageKey(), settings.fromDomain());
    var message = new AlertMessage(session, id);
    var bodies = templates.render(claim);
    var helper =
        new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, "UTF-8");
    helper.setFrom(new InternetAddress(settings.from(), true));
    helper.setTo(new InternetAddress(address, true));
    helper.setSubject(claim.title());
    helper.setSentDate(Date.from(clock.instant()));
    helper.setText(bodies.text(), bodies.html());
    // Automatic answers (out of office) would go to nobody: RFC 3834.
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Perennial-Alert", claim.notice().alertId());
    message.saveChanges();
    return message;
  }

  private Outcome transmit(MimeMessage message) throws MessagingException {
    var recipients = message.getRecipients(Message.RecipientType.TO);
    var dialogue = new SmtpDialogue(session);
    try (dialogue) {
      dialogue.connect(settings.host(), settings.port(), settings.username(), settings.password());
      dialogue.sendMessage(message, recipients);
    } catch (MessagingException failure) {
      return SmtpVerdict.of(dialogue.progress(), failure);
    }
    return new Outcome.Sent();
  }
}
