package dev.perennial.contracts.alert;

/** A record of the alerts topic that cannot be read. */
public final class UnreadableAlertException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableAlertException(String message) {
    super(message);
  }

  UnreadableAlertException(String message, Throwable cause) {
    super(message, cause);
  }
}
