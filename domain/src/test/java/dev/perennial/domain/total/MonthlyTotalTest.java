package dev.perennial.domain.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonthlyTotalTest {

  @Test
  void linesAreSumsByCategoryAndCurrency() {
    MonthlyTotal total =
        MonthlyTotal.empty()
            .plus(on("2026-11-03", "streaming", "12.99", "EUR"))
            .plus(on("2026-11-05", "streaming", "5.01", "EUR"))
            .plus(on("2026-11-05", "streaming", "1200", "JPY"));

    assertThat(total.lines().values())
        .containsExactly(Money.of("18.00", "EUR"), Money.of("1200", "JPY"));
    assertThat(total.days()).hasSize(3);
    assertThat(total.isEmpty()).isFalse();
  }

  @Test
  void whatIsTakenAwayAgainLeavesNothingBehind() {
    Contribution payment = on("2026-11-03", "streaming", "12.99", "EUR");

    MonthlyTotal total = MonthlyTotal.empty().plus(payment).minus(payment);

    assertThat(total).isEqualTo(MonthlyTotal.empty());
    assertThat(total.isEmpty()).isTrue();
  }

  @Test
  void daysAreSumsByDayCategoryAndCurrency() {
    MonthlyTotal total =
        MonthlyTotal.empty()
            .plus(on("2026-11-03", "streaming", "12.99", "EUR"))
            .plus(on("2026-11-03", "streaming", "1.00", "EUR"))
            .plus(on("2026-11-03", "news", "2.00", "EUR"));

    assertThat(total.days())
        .isEqualTo(
            Map.of(
                new MonthlyTotal.Day(3, "news", euro()), Money.of("2.00", "EUR"),
                new MonthlyTotal.Day(3, "streaming", euro()), Money.of("13.99", "EUR")));
    assertThat(total.home()).isEmpty();
    assertThat(total.unconverted()).isEmpty();
  }

  @Test
  void homeIsWhatWasConvertedAndTheRestIsUnconverted() {
    Contribution converted =
        new Contribution(
            LocalDate.parse("2026-11-03"),
            "streaming",
            Money.of("10.00", "USD"),
            new Converted.Amount(Money.of("8.00", "EUR")),
            new Converted.Unasked());
    Contribution missing =
        new Contribution(
            LocalDate.parse("2026-11-04"),
            "streaming",
            Money.of("5.00", "USD"),
            new Converted.Missing(),
            new Converted.Unasked());

    MonthlyTotal total = MonthlyTotal.empty().plus(List.of(converted, missing));

    assertThat(total.home())
        .isEqualTo(Map.of(new MonthlyTotal.Day(3, "streaming", euro()), Money.of("8.00", "EUR")));
    assertThat(total.unconverted())
        .isEqualTo(
            Map.of(
                new MonthlyTotal.Day(4, "streaming", Currency.getInstance("USD")),
                Money.of("5.00", "USD")));
    assertThat(total.minus(List.of(missing, converted))).isEqualTo(MonthlyTotal.empty());
  }

  /** A payment of one day that goes back on another is no line, and two days. */
  @Test
  void aLineOfZeroIsNoLine() {
    MonthlyTotal total =
        MonthlyTotal.empty()
            .plus(on("2026-11-03", "streaming", "2.00", "EUR"))
            .plus(on("2026-11-04", "streaming", "-2.00", "EUR"));

    assertThat(total.lines()).isEmpty();
    assertThat(total.days()).hasSize(2);
  }

  @Test
  void aContributionKnowsItsMonth() {
    assertThat(on("2026-11-30", "a", "1", "EUR").month()).hasToString("2026-11");
  }

  private static Currency euro() {
    return Currency.getInstance("EUR");
  }

  private static Contribution on(String day, String category, String value, String currency) {
    return Contribution.of(LocalDate.parse(day), category, Money.of(value, currency));
  }
}
