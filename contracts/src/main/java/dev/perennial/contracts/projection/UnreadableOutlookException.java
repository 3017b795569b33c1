package dev.perennial.contracts.projection;

/** A stored subscription does not say what will be due as its contract has it. */
public final class UnreadableOutlookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableOutlookException(RuntimeException cause) {
    super("A subscription's outlook cannot be read: " + cause.getMessage(), cause);
  }
}
