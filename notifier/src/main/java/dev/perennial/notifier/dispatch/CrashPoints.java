package dev.perennial.notifier.dispatch;

/** Where a test may have the process die; in production nothing happens there. */
@FunctionalInterface
public interface CrashPoints {

  enum Point {
    BEFORE_CLAIM,
    AFTER_CLAIM,
    AFTER_SEND,
    /** A subscriber's destinations are forgotten, its rows are not. */
    WITHIN_ERASURE,
    /** A subscriber is forgotten, and the record may be read again. */
    AFTER_ERASURE
  }

  CrashPoints NONE = point -> {};

  void reached(Point point);
}
