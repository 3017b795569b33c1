package dev.perennial.operations.collections;

/** An index is not what it is declared to be, and only dropping it could change that. */
public final class IndexDiffersException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IndexDiffersException(String index) {
    super("Index " + index + " differs from its declaration; drop it by hand, then apply again");
  }
}
