package dev.perennial.notifier.destinations;

/** An address that this key cannot decrypt, or that was moved to another destination. */
public final class UnreadableAddressException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableAddressException(Throwable cause) {
    super("A destination's address cannot be decrypted", cause);
  }
}
