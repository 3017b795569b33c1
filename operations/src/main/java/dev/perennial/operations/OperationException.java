package dev.perennial.operations;

import java.io.IOException;
import java.nio.file.Path;

/** What an operator asked for could not be done; the message is one line that says why. */
public class OperationException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public OperationException(String message) {
    super(message);
  }

  public OperationException(String message, Throwable cause) {
    super(message, cause);
  }

  public static OperationException cannotRead(Path file, IOException cause) {
    return new OperationException(
        "Cannot read " + file + ": " + cause.getClass().getSimpleName(), cause);
  }
}
