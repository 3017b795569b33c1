package dev.perennial.domain.rate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact rational number in lowest terms, so that equal numbers are equal records.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {

  public static final Fraction NONE = of(0, 1);
  public static final Fraction WHOLE = of(1, 1);

  /**
   * Brings the fraction to lowest terms and its sign into the numerator.
   *
   * @throws ArithmeticException if the denominator is zero
   */
  public Fraction {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("A fraction of zero parts");
    }
    BigInteger sign = BigInteger.valueOf(denominator.signum());
    BigInteger divisor = numerator.gcd(denominator).multiply(sign);
    numerator = numerator.divide(divisor);
    denominator = denominator.divide(divisor);
  }

  public static Fraction of(long numerator, long denominator) {
    return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
  }

  public static Fraction of(BigDecimal decimal) {
    BigInteger tens = BigInteger.TEN.pow(Math.max(-decimal.scale(), 0));
    BigInteger parts = BigInteger.TEN.pow(Math.max(decimal.scale(), 0));
    return new Fraction(decimal.unscaledValue().multiply(tens), parts);
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  public Fraction negated() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** The nearest decimal with so many fraction digits; half way, the one with the even digit. */
  public BigDecimal rounded(int scale) {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_EVEN);
  }

  public boolean isZero() {
    return numerator.signum() == 0;
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }
}
