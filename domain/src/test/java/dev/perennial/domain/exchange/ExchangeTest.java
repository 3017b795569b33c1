package dev.perennial.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rate counts, and what an amount comes to by it. */
class ExchangeTest {

  private static final String FRIDAY = "2026-11-27";

  private final List<Publication> published = new ArrayList<>();

  /** The examples of docs/rates.md. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-28, 10.00, USD, EUR, 8.62",
    "2026-11-27, 10.00, USD, GBP, 7.54",
    "2026-12-04, 10.00, USD, EUR, 8.62",
    "2026-12-05, 10.00, USD, EUR, missing",
    "2026-11-26, 10.00, USD, EUR, missing",
    "2026-11-28, 10.00, EUR, USD, 11.60",
    "2026-11-27, 10.00, CHF, EUR, missing",
    "2030-01-01, 10.00, EUR, EUR, 10.00"
  })
  void theExamplesOfTheDocumentation(
      String day, String value, String from, String to, String expected) {
    publish("EUR", FRIDAY, Map.of("USD", "1.1604", "GBP", "0.8745"));

    Converted converted = conversion(from, to, day).of(Money.of(value, from));

    assertThat(converted)
        .isEqualTo(
            expected.equals("missing")
                ? new Converted.Missing()
                : new Converted.Amount(Money.of(expected, to)));
  }

  @Test
  void theNewestDateOnWhichOneBaseHasBothCountsNotTheNewestDate() {
    publish("EUR", "2026-11-25", Map.of("USD", "1.10", "CHF", "0.95"));
    publish("EUR", "2026-11-26", Map.of("USD", "1.20"));
    publish("GBP", "2026-11-26", Map.of("CHF", "1.10"));

    assertThat(rate("USD", "CHF", FRIDAY).date()).isEqualTo("2026-11-25");
    assertThat(rate("USD", "EUR", FRIDAY).date()).isEqualTo("2026-11-26");
  }

  @Test
  void ofSeveralBasesOneOfTheTwoComesFirstThenTheFirstByItsCode() {
    publish("AUD", FRIDAY, Map.of("USD", "0.65", "CHF", "0.53"));
    publish("EUR", FRIDAY, Map.of("USD", "1.16", "CHF", "0.94"));
    assertThat(rate("USD", "CHF", FRIDAY).base()).hasToString("AUD");

    publish("USD", FRIDAY, Map.of("CHF", "0.81"));
    assertThat(rate("USD", "CHF", FRIDAY).base()).hasToString("USD");
    assertThat(rate("CHF", "USD", FRIDAY).base()).hasToString("USD");

    publish("CHF", FRIDAY, Map.of("USD", "1.23"));
    assertThat(rate("USD", "CHF", FRIDAY).base()).hasToString("CHF");
  }

  @Test
  void theRateSaysWhereItComesFrom() {
    publish("EUR", FRIDAY, Map.of("USD", "1.1604", "GBP", "0.8745"));

    assertThat(rate("USD", "GBP", FRIDAY))
        .isEqualTo(
            new AppliedRate(
                Currency.getInstance("EUR"),
                LocalDate.parse(FRIDAY),
                "ECB",
                new BigDecimal("1.1604"),
                new BigDecimal("0.8745"),
                Instant.EPOCH));
    assertThat(rate("USD", "EUR", FRIDAY).to()).isEqualTo("1");
  }

  @Test
  void nothingIsLookedUpWhereTheCurrenciesAreTheSameOrOneIsUnknown() {
    Exchange exchange =
        new Exchange(
            date -> {
              throw new AssertionError("Nobody needs a rate");
            });
    Currency euro = Currency.getInstance("EUR");
    LocalDate day = LocalDate.parse(FRIDAY);

    assertThat(exchange.conversion(euro, euro, day)).isEqualTo(new Conversion.Same());
    assertThat(exchange.conversion(euro, null, day)).isEqualTo(new Conversion.Unasked());
    assertThat(new Conversion.Unasked().of(Money.of("1", "EUR")).known()).isEmpty();
  }

  @Test
  void halfACentGoesToTheEvenOne() {
    publish("EUR", FRIDAY, Map.of("USD", "0.5"));

    assertThat(conversion("EUR", "USD", FRIDAY).of(Money.of("0.01", "EUR")))
        .isEqualTo(new Converted.Amount(Money.of("0.00", "USD")));
    assertThat(conversion("EUR", "USD", FRIDAY).of(Money.of("0.03", "EUR")))
        .isEqualTo(new Converted.Amount(Money.of("0.02", "USD")));
    assertThat(conversion("EUR", "USD", FRIDAY).of(Money.of("-0.03", "EUR")))
        .isEqualTo(new Converted.Amount(Money.of("-0.02", "USD")));
  }

  /** Against a division with many more digits, rounded afterwards: exact but for one rounding. */
  @Test
  void oneRoundingAndNoMore() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      published.clear();
      BigDecimal from = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(7));
      BigDecimal to = BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(7));
      publish("EUR", FRIDAY, Map.of("USD", from.toString(), "JPY", to.toString()));
      Money amount = new Money(BigDecimal.valueOf(random.nextInt(10_000_000), 2), dollars());

      BigDecimal exact = amount.value().multiply(to).divide(from, new MathContext(60));

      assertThat(conversion("USD", "JPY", FRIDAY).of(amount).known().orElseThrow().value())
          .as("seed 7, case %d", i)
          .isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN));
    }
  }

  private static Currency dollars() {
    return Currency.getInstance("USD");
  }

  private void publish(String base, String date, Map<String, String> rates) {
    Map<Currency, BigDecimal> read =
        rates.entrySet().stream()
            .collect(
                Collectors.toMap(
                    rate -> Currency.getInstance(rate.getKey()),
                    rate -> new BigDecimal(rate.getValue())));
    published.add(
        new Publication(
            new ExchangeRates(Currency.getInstance(base), LocalDate.parse(date), read, "ECB"),
            Instant.EPOCH));
  }

  private AppliedRate rate(String from, String to, String day) {
    return conversion(from, to, day).applied().orElseThrow();
  }

  private Conversion conversion(String from, String to, String day) {
    RateTable table =
        date -> published.stream().filter(each -> each.rates().date().equals(date)).toList();
    return new Exchange(table)
        .conversion(Currency.getInstance(from), Currency.getInstance(to), LocalDate.parse(day));
  }
}
