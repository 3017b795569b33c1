package dev.perennial.notifier.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * An SMTP connection that knows how far it came. Until the line that ends the message has been
 * written the server cannot have taken it; from there to the server's answer nobody knows.
 */
final class SmtpDialogue extends SMTPTransport {

  enum Progress {
    /** Not yet on speaking terms: failures concern the server, not the message. */
    GREETING,
    /** The envelope, or the body without its last line. */
    MESSAGE,
    /** The last line may have reached the server; its answer has not come. */
    ENDED,
    /** The server answered the message. */
    ANSWERED
  }

  private Progress progress = Progress.GREETING;

  SmtpDialogue(Session session) {
    super(session, new URLName("smtp", null, -1, null, null, null));
  }

  Progress progress() {
    return progress;
  }

  @Override
  protected void mailFrom() throws MessagingException {
    progress = Progress.MESSAGE;
    super.mailFrom();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    progress = Progress.MESSAGE;
    return super.data();
  }

  @Override
  protected void finishData() throws MessagingException, java.io.IOException {
    progress = Progress.ENDED;
    super.finishData();
    progress = Progress.ANSWERED;
  }
}
