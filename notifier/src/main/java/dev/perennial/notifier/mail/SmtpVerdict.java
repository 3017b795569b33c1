package dev.perennial.notifier.mail;

import dev.perennial.notifier.channel.Outcome;
import dev.perennial.notifier.mail.SmtpDialogue.Progress;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Reads a failed SMTP dialogue: what the server said, and how far we had come (RFC 5321, 4.2). */
final class SmtpVerdict {

  private static final int NO_ANSWER = -1;

  private SmtpVerdict() {}

  static Outcome of(Progress progress, MessagingException failure) {
    var code = codeIn(failure);
    return switch (progress) {
      // Also a 5xx: it refuses us, not the message, and an operator can mend it.
      case GREETING -> new Outcome.NotSent(greetingReason(code, failure));
      case MESSAGE -> isAnswer(code) ? answered(code) : new Outcome.NotSent("smtp-connection-lost");
      case ENDED -> isAnswer(code) ? answered(code) : new Outcome.Unclear("smtp-answer-lost");
      // What fails after the answer (closing, say) cannot take the message back.
      case ANSWERED -> new Outcome.Sent();
    };
  }

  private static String greetingReason(int code, MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return "smtp-authentication";
    }
    return isAnswer(code) ? "smtp-" + code : "smtp-unreachable";
  }

  private static Outcome answered(int code) {
    var reason = "smtp-" + code;
    return code >= 500 ? new Outcome.Refused(reason) : new Outcome.NotSent(reason);
  }

  private static boolean isAnswer(int code) {
    return code >= 400 && code < 600;
  }

  private static int codeIn(MessagingException failure) {
    for (Exception cause = failure; cause != null; cause = next(cause)) {
      var code = ownCode(cause);
      if (isAnswer(code)) {
        return code;
      }
    }
    return NO_ANSWER;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException chained ? chained.getNextException() : null;
  }

  private static int ownCode(Exception failure) {
    return switch (failure) {
      case SMTPAddressFailedException address -> address.getReturnCode();
      case SMTPSenderFailedException sender -> sender.getReturnCode();
      case SMTPSendFailedException send -> send.getReturnCode();
      default -> NO_ANSWER;
    };
  }
}
