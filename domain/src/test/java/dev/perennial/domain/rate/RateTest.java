package dev.perennial.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.calendar.BillingCalendar;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @ParameterizedTest(name = "{0} {1} every {2} {3} is {4} a month and {5} a year")
  @CsvSource({
    "12.99, EUR, 1, MONTH, 12.99, 155.88",
    "100.00, EUR, 3, MONTH, 33.33, 400.00",
    "120.00, EUR, 1, YEAR, 10.00, 120.00",
    "100.00, EUR, 2, YEAR, 4.17, 50.00",
    "1.00, EUR, 1, DAY, 30.44, 365.24",
    "7.00, EUR, 1, WEEK, 30.44, 365.24",
    "10000.00, EUR, 1, DAY, 304368.75, 3652425.00",
    "10000.00, EUR, 30, DAY, 10145.62, 121747.50",
    "1000, JPY, 1, WEEK, 4348, 52178",
    "1.000, KWD, 4, WEEK, 1.087, 13.044",
    "0.01, EUR, 2, MONTH, 0.00, 0.06",
    "0.03, EUR, 2, MONTH, 0.02, 0.18",
  })
  void itIsTheAmountSpreadOverMonths(
      String value, String currency, int every, PeriodUnit unit, String month, String year) {
    Rate rate = Rate.of(Money.of(value, currency), new BillingPeriod(every, unit));

    assertThat(rate.rounded()).isEqualTo(Money.of(month, currency));
    assertThat(rate.roundedYearly()).isEqualTo(Money.of(year, currency));
  }

  @Test
  void daysAndWeeksUseTheMeanGregorianYear() {
    assertThat(Rate.of(euros("1.00"), new BillingPeriod(1, PeriodUnit.DAY)).yearly())
        .isEqualTo(Fraction.of(3_652_425, 10_000));
    assertThat(Rate.of(euros("1.00"), new BillingPeriod(1, PeriodUnit.WEEK)))
        .isEqualTo(Rate.of(euros("1.00"), new BillingPeriod(7, PeriodUnit.DAY)));
  }

  @Test
  void aSumIsExactWhereRoundedPartsWouldBeOff() {
    Rate third = Rate.of(euros("1.00"), new BillingPeriod(3, PeriodUnit.MONTH));

    assertThat(third.rounded()).isEqualTo(euros("0.33"));
    assertThat(third.plus(third).plus(third).rounded()).isEqualTo(euros("1.00"));
  }

  @Test
  void aShareMultiplies() {
    Rate rate = Rate.of(euros("17.99"), new BillingPeriod(1, PeriodUnit.MONTH));

    assertThat(rate.times(Fraction.of(1, 3)).rounded()).isEqualTo(euros("6.00"));
    assertThat(rate.times(Fraction.of(1, 3)).plus(rate.times(Fraction.of(2, 3)))).isEqualTo(rate);
    assertThat(rate.times(Fraction.NONE)).isEqualTo(Rate.zero(EUR));
  }

  @Test
  void ratesOfTwoCurrenciesAreNeverAdded() {
    Rate dollars = Rate.zero(Currency.getInstance("USD"));

    assertThatThrownBy(() -> Rate.zero(EUR).plus(dollars))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EUR and USD");
  }

  @Test
  void theOrderOfASumDoesNotMatterAndWhatIsTakenAwayLeavesNothing() {
    for (long seed = 1; seed <= 500; seed++) {
      Random random = new Random(seed);
      List<Rate> rates =
          Stream.generate(() -> random(random)).limit(20).collect(Collectors.toList());
      Rate sum = sum(rates);
      Collections.shuffle(rates, random);

      assertThat(sum(rates)).as("seed %d", seed).isEqualTo(sum);
      assertThat(sum.plus(sum.negated())).as("seed %d", seed).isEqualTo(Rate.zero(EUR));
    }
  }

  /** Over 400 years the due dates themselves cost what the rate says. */
  @Test
  void dueDatesOfAWholeCycleAddUpToTheRate() {
    for (PeriodUnit unit : PeriodUnit.values()) {
      Billing billing =
          new Billing(new BillingPeriod(1, unit), LocalDate.parse("2000-01-31"), MonthEnd.CLAMP);
      long due =
          new BillingCalendar(billing)
              .endingBefore(LocalDate.parse("2400-01-31"))
              .between(LocalDate.MIN, LocalDate.MAX)
              .count();

      Rate rate = Rate.of(euros("1.00"), billing.period());

      assertThat(rate.times(Fraction.of(4_800, 1)).monthly())
          .as("%s", unit)
          .isEqualTo(Fraction.of(due, 1));
    }
  }

  private static Rate sum(List<Rate> rates) {
    return rates.stream().reduce(Rate.zero(EUR), Rate::plus);
  }

  private static Rate random(Random random) {
    PeriodUnit unit = PeriodUnit.values()[random.nextInt(4)];
    return Rate.of(
        euros(random.nextInt(10_000) + ".99"), new BillingPeriod(1 + random.nextInt(100), unit));
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }
}
