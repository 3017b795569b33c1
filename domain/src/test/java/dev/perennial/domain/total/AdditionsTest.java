package dev.perennial.domain.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.rate.Movement;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdditionsTest {

  private static final LocalDate DAY = LocalDate.parse("2026-11-05");

  @Test
  void whatBothBeginAndEndWithIsLeftOut() {
    Additions before = new Additions(paid(1, 2, 5), List.of(moved(1)));
    Additions after = new Additions(paid(1, 3, 4, 5), List.of(moved(1), moved(2)));

    assertThat(after.apartFrom(before)).isEqualTo(new Additions(paid(3, 4), List.of(moved(2))));
    assertThat(before.apartFrom(after)).isEqualTo(new Additions(paid(2), List.of()));
  }

  @Test
  void nothingIsLeftOutTwice() {
    Additions one = new Additions(paid(1), List.of());
    Additions two = new Additions(paid(1, 1), List.of());

    assertThat(two.apartFrom(one)).isEqualTo(one);
    assertThat(one.apartFrom(two)).isEqualTo(Additions.none());
    assertThat(two.apartFrom(two)).isEqualTo(Additions.none());
  }

  @Test
  void aTotalMovedByTheRestIsTheSumOfAllOfIt() {
    Random random = new Random(11);
    for (int number = 0; number < 2_000; number++) {
      Additions before = random(random);
      Additions after = random(random);

      MonthlyTotal moved =
          MonthlyTotal.empty()
              .plus(before.contributions())
              .minus(before.apartFrom(after).contributions())
              .plus(after.apartFrom(before).contributions());

      assertThat(moved)
          .as("seed 11, case %d", number)
          .isEqualTo(MonthlyTotal.empty().plus(after.contributions()));
    }
  }

  private static Additions random(Random random) {
    return new Additions(
        paid(IntStream.range(0, random.nextInt(5)).map(each -> 1 + random.nextInt(2)).toArray()),
        List.of());
  }

  private static List<Contribution> paid(int... euros) {
    return IntStream.of(euros)
        .mapToObj(each -> Contribution.of(DAY, "tv", Money.of(Integer.toString(each), "EUR")))
        .toList();
  }

  private static Movement moved(int euros) {
    return new Movement(DAY, Movement.Kind.NEW, "tv", Money.of(Integer.toString(euros), "EUR"));
  }
}
