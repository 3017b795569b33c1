package dev.perennial.standalone.platform;

/** The platform did not do what it was asked for; the message says what, and where to look. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlatformException(String message) {
    super(message);
  }

  PlatformException(String message, Throwable cause) {
    super(message, cause);
  }
}
