package dev.perennial.notifier.dispatch;

import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Ends the process at one point as {@code kill -9} would: no hook, no finally. Before the claim it
 * waits for a row that could be claimed.
 */
final class HaltAt implements CrashPoints {

  private static final int STATUS = 137;

  private final Point at;
  private final BooleanSupplier anyDue;

  private HaltAt(Point at, BooleanSupplier anyDue) {
    this.at = at;
    this.anyDue = anyDue;
  }

  /**
   * @param name {@code before-claim}, {@code after-claim} or {@code after-send}
   * @throws IllegalArgumentException for any other
   */
  static HaltAt named(String name, BooleanSupplier anyDue) {
    return new HaltAt(Point.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), anyDue);
  }

  @Override
  public void reached(Point point) {
    if (point == at && (point != Point.BEFORE_CLAIM || anyDue.getAsBoolean())) {
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
