package dev.perennial.domain.total;

/**
 * How what one subscription adds has changed. A total moves by it, and what stayed is not looked
 * at.
 *
 * @param gone what it adds no more
 * @param come what it adds beside what it did
 */
public record Difference(Additions gone, Additions come) {

  private static final Difference NONE = new Difference(Additions.none(), Additions.none());

  public static Difference none() {
    return NONE;
  }

  public static Difference between(Additions before, Additions after) {
    return new Difference(before.apartFrom(after), after.apartFrom(before));
  }

  public boolean isNone() {
    return equals(NONE);
  }

  /** Whether what is paid for it is another. */
  public boolean isOfSpend() {
    return !gone.contributions().isEmpty() || !come.contributions().isEmpty();
  }
}
