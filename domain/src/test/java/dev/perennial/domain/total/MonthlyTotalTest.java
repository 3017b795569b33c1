package dev.perennial.domain.total;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import java.time.LocalDate;
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
  void aContributionKnowsItsMonth() {
    assertThat(on("2026-11-30", "a", "1", "EUR").month()).hasToString("2026-11");
  }

  private static Contribution on(String day, String category, String value, String currency) {
    return Contribution.of(LocalDate.parse(day), category, Money.of(value, currency));
  }
}
