package dev.perennial.standalone.oracle;

import static java.util.Objects.requireNonNull;

/**
 * A mail that arrived.
 *
 * @param alertId the header {@code X-Perennial-Alert}; empty if there is none
 * @param to the recipient's address
 * @param text the plain-text part
 */
public record Mail(String alertId, String to, String subject, String text) {

  /** The header that names a mail's alert. */
  public static final String ALERT_HEADER = "X-Perennial-Alert";

  public Mail {
    requireNonNull(alertId, "alertId");
    requireNonNull(to, "to");
    requireNonNull(subject, "subject");
    requireNonNull(text, "text");
  }
}
