package dev.perennial.notifier.destinations;

import java.util.regex.Pattern;

/**
 * An address that a mail can be sent to: {@code local@domain} in ASCII, at most 254 characters with
 * at most 64 before the '@' (RFC 5321, 4.5.3.1), without quoting, comments or a display name.
 */
record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern FORMAT =
      Pattern.compile("(?=.{1,64}@)%s(?:\\.%s)*@%s(?:\\.%s)*".formatted(ATOM, ATOM, LABEL, LABEL));

  /**
   * @throws IllegalArgumentException if it is no such address; the message does not repeat it
   */
  EmailAddress {
    if (value.length() > LONGEST || !FORMAT.matcher(value).matches()) {
      throw new IllegalArgumentException("Not an e-mail address");
    }
  }

  /** Enough to recognise one's own address by: {@code a***@example.org}. */
  String masked() {
    return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
  }

  /** Masked: records are printed in logs. */
  @Override
  public String toString() {
    return masked();
  }
}
