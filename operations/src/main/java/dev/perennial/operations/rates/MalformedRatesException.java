package dev.perennial.operations.rates;

/** A file of rates is not what it should be; the message says where, and repeats no more. */
final class MalformedRatesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param line from 1; 0 where it is about the whole file
   */
  MalformedRatesException(int line, String what) {
    super(line < 1 ? what : "line " + line + ": " + what, null, false, false);
  }
}
