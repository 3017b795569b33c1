package dev.perennial.notifier.dispatch;

import java.util.Locale;

/** Ends the process at one point as {@code kill -9} would: no hook, no finally. */
record HaltAt(Point at) implements CrashPoints {

  private static final int STATUS = 137;

  /**
   * @param name {@code before-claim}, {@code after-claim}, {@code after-send}, {@code
   *     within-erasure} or {@code after-erasure}
   * @throws IllegalArgumentException for any other
   */
  static HaltAt named(String name) {
    return new HaltAt(Point.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  @Override
  public void reached(Point point) {
    if (point == at) {
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
