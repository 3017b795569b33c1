package dev.perennial.standalone.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rate counts, by the examples of docs/rates.md and around them. */
class RatesTest {

  private final Told told = new Told();

  private Optional<Rate> find(String day, String from, String to) {
    return Reference.of(told.happenings()).rates().find(LocalDate.parse(day), from, to);
  }

  private String converted(String day, String amount, String from, String to) {
    return find(day, from, to)
        .map(rate -> rate.convert(new BigDecimal(amount), to).toPlainString())
        .orElse("unconverted");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-28, 10.00, USD, EUR, 8.62",
    "2026-11-27, 10.00, USD, GBP, 7.54",
    "2026-12-04, 10.00, USD, EUR, 8.62",
    "2026-12-05, 10.00, USD, EUR, unconverted",
    "2026-11-26, 10.00, USD, EUR, unconverted",
    "2026-11-27, 10.00, EUR, USD, 11.60",
    "2026-11-27, 10.00, EUR, CHF, unconverted"
  })
  void convertsAsTheExamplesSay(
      String day, String amount, String from, String to, String converted) {
    told.rates("EUR", "2026-11-27", "USD 1.1604, GBP 0.8745");
    assertThat(converted(day, amount, from, to)).isEqualTo(converted);
  }

  @Test
  void takesTheNewestDateOnWhichOneBaseHasBoth() {
    told.rates("EUR", "2026-11-25", "USD 1.1000, GBP 0.8000");
    told.rates("EUR", "2026-11-27", "USD 1.1604");
    told.rates("CHF", "2026-11-27", "GBP 0.9000");
    assertThat(find("2026-11-27", "USD", "GBP").map(Rate::date))
        .contains(LocalDate.parse("2026-11-25"));
    assertThat(find("2026-11-27", "EUR", "USD").map(Rate::date))
        .contains(LocalDate.parse("2026-11-27"));
  }

  @ParameterizedTest
  @CsvSource({"USD, GBP, GBP", "GBP, USD, GBP", "USD, CHF, USD", "CHF, JPY, AUD", "JPY, AUD, AUD"})
  void prefersABaseThatIsOneOfTheTwoThenTheFirstByItsCode(String from, String to, String base) {
    told.rates("USD", "2026-11-27", "GBP 0.75, CHF 0.80, JPY 150, AUD 1.5");
    told.rates("GBP", "2026-11-27", "USD 1.34, CHF 1.07, JPY 200, AUD 2.0");
    told.rates("EUR", "2026-11-27", "USD 1.16, CHF 0.93, JPY 170, AUD 1.8, GBP 0.87");
    told.rates("AUD", "2026-11-27", "USD 0.65, CHF 0.53, JPY 100, GBP 0.49");
    // What has one of the two as its base counts only on the newest date.
    told.rates("CHF", "2026-11-26", "JPY 190");
    assertThat(find("2026-11-27", from, to).map(Rate::base)).contains(base);
  }

  @Test
  void takesTheLastInOrderOfSeveralForOneBaseAndDate() {
    told.rates("2026-11-27T16:00:00Z", "EUR", "2026-11-27", "USD 1.20");
    told.rates("2026-11-27T15:00:00Z", "EUR", "2026-11-27", "USD 1.10, GBP 0.87");
    assertThat(converted("2026-11-27", "12.00", "USD", "EUR")).isEqualTo("10.00");
    // What it replaces counts for nothing, not even for what the last leaves out.
    assertThat(find("2026-11-27", "EUR", "GBP")).isEmpty();
    assertThat(told.receipt("e0")).isEqualTo("APPLIED");
    assertThat(told.receipt("e1")).isEqualTo("SUPERSEDED");
  }

  @ParameterizedTest
  @CsvSource({
    "0.05, 2, USD, 0.02",
    "0.15, 2, USD, 0.08",
    "-0.05, 2, USD, -0.02",
    "100, 3, USD, 33.33",
    "5.00, 2, JPY, 2",
    "7.00, 2, JPY, 4",
    "1.00, 3, KWD, 0.333"
  })
  void roundsOnceToTheDigitsOfTheCurrencyHalfToEven(
      String amount, String from, String currency, String converted) {
    LocalDate day = LocalDate.parse("2026-11-27");
    Rate rate = new Rate("XAF", day, "bank", new BigDecimal(from), BigDecimal.ONE);
    assertThat(rate.convert(new BigDecimal(amount), currency).toPlainString()).isEqualTo(converted);
  }
}
