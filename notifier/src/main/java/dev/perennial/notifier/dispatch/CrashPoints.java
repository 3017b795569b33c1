package dev.perennial.notifier.dispatch;

/** Where a test may have the process die; in production nothing happens there. */
@FunctionalInterface
interface CrashPoints {

  enum Point {
    BEFORE_CLAIM,
    AFTER_CLAIM,
    AFTER_SEND
  }

  CrashPoints NONE = point -> {};

  void reached(Point point);
}
