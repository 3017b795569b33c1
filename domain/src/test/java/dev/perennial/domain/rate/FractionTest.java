package dev.perennial.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {

  @Test
  void equalNumbersAreEqualFractions() {
    assertThat(Fraction.of(2, 4)).isEqualTo(Fraction.of(1, 2)).isEqualTo(Fraction.of(-3, -6));
    assertThat(Fraction.of(1, -2)).isEqualTo(Fraction.of(-1, 2));
    assertThat(Fraction.of(1, -2).denominator()).isEqualTo(BigInteger.TWO);
    assertThat(Fraction.of(0, -7)).isEqualTo(Fraction.NONE);
    assertThat(Fraction.of(1, 1)).isEqualTo(Fraction.WHOLE);
  }

  @Test
  void aDecimalIsAFractionWhateverItsScale() {
    assertThat(Fraction.of(new BigDecimal("12.50"))).isEqualTo(Fraction.of(25, 2));
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(Fraction.of(1_000, 1));
    assertThat(Fraction.of(new BigDecimal("-7"))).isEqualTo(Fraction.of(-7, 1));
  }

  @Test
  void zeroPartsAreRejected() {
    assertThatThrownBy(() -> Fraction.of(1, 0)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void halfWayRoundsToTheEvenDigit() {
    assertThat(Fraction.of(5, 1_000).rounded(2)).hasToString("0.00");
    assertThat(Fraction.of(15, 1_000).rounded(2)).hasToString("0.02");
    assertThat(Fraction.of(-25, 1_000).rounded(2)).hasToString("-0.02");
    assertThat(Fraction.of(2, 3).rounded(2)).hasToString("0.67");
    assertThat(Fraction.of(2, 3).rounded(0)).hasToString("1");
  }

  @Test
  void theyAreOrderedByValue() {
    assertThat(Fraction.of(1, 3)).isLessThan(Fraction.of(1, 2));
    assertThat(Fraction.of(-1, 2)).isLessThan(Fraction.of(-1, 3));
    assertThat(Fraction.of(1, 2)).isEqualByComparingTo(Fraction.of(2, 4));
  }

  @Test
  void onlyZeroIsZero() {
    assertThat(Fraction.of(1, 3).plus(Fraction.of(1, 3).negated()).isZero()).isTrue();
    assertThat(Fraction.of(1, 1_000_000).isZero()).isFalse();
  }

  @Test
  void theLawsOfArithmeticHold() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      Fraction a = random(random);
      Fraction b = random(random);
      Fraction c = random(random);

      assertThat(a.plus(b)).as("seed %d", seed).isEqualTo(b.plus(a));
      assertThat(a.plus(b).plus(c)).as("seed %d", seed).isEqualTo(a.plus(b.plus(c)));
      assertThat(a.plus(b).times(c)).as("seed %d", seed).isEqualTo(a.times(c).plus(b.times(c)));
      assertThat(a.plus(b).plus(b.negated())).as("seed %d", seed).isEqualTo(a);
      assertThat(a.times(Fraction.WHOLE)).as("seed %d", seed).isEqualTo(a);
      assertThat(a.times(Fraction.NONE)).as("seed %d", seed).isEqualTo(Fraction.NONE);
    }
  }

  private static Fraction random(Random random) {
    return Fraction.of(random.nextInt(2_000) - 1_000, 1 + random.nextInt(1_000));
  }
}
