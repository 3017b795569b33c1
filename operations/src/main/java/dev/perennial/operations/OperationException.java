package dev.perennial.operations;

/** What an operator asked for could not be done; the message is one line that says why. */
public class OperationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OperationException(String message) {
    super(message);
  }

  public OperationException(String message, Throwable cause) {
    super(message, cause);
  }
}
