package dev.perennial.backends;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes a MIME message apart. */
final class MailReader {
  private MailReader() {}

  static ReceivedMail read(MimeMessage message, Instant receivedAt)
      throws MessagingException, IOException {
    return new ReceivedMail(
        orEmpty(message.getMessageID()),
        addresses(message.getFrom()).findFirst().orElse(""),
        addresses(message.getRecipients(RecipientType.TO)).toList(),
        orEmpty(message.getSubject()),
        find(message, "text/html").orElse(""),
        find(message, "text/plain").orElse(""),
        Collections.list(message.getAllHeaderLines()),
        receivedAt);
  }

  private static Optional<String> find(Part part, String type)
      throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return Optional.of(part.getContent().toString());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        var found = find(parts.getBodyPart(i), type);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<String> addresses(Address @Nullable [] addresses) {
    return addresses == null ? Stream.empty() : List.of(addresses).stream().map(Address::toString);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
