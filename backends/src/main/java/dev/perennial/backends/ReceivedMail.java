package dev.perennial.backends;

import java.time.Instant;
import java.util.List;

/**
 * A message that reached the development mail server.
 *
 * @param messageId its Message-ID header with angle brackets, empty where there is none
 * @param from the From header, empty where there is none
 * @param to the addresses of the To header
 * @param subject decoded, empty where there is none
 * @param html the first HTML part, empty where there is none
 * @param text the first plain-text part, empty where there is none
 * @param headers all header lines as sent, in order
 * @param receivedAt when the server took it, by this machine's clock
 */
public record ReceivedMail(
    String messageId,
    String from,
    List<String> to,
    String subject,
    String html,
    String text,
    List<String> headers,
    Instant receivedAt) {
  /** Copies the lists. */
  public ReceivedMail {
    to = List.copyOf(to);
    headers = List.copyOf(headers);
  }
}
