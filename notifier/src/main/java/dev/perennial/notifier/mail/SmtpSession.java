package dev.perennial.notifier.mail;

import jakarta.mail.Session;
import java.util.Properties;

/** Jakarta Mail's settings: every wait is bounded, TLS is never merely hoped for. */
final class SmtpSession {

  private SmtpSession() {}

  static Session of(MailProperties settings) {
    var timeout = Long.toString(settings.timeout().toMillis());
    var properties = new Properties();
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.username() != null));
    var tls = Boolean.toString(settings.starttls());
    properties.setProperty("mail.smtp.starttls.enable", tls);
    properties.setProperty("mail.smtp.starttls.required", tls);
    return Session.getInstance(properties);
  }
}
