package dev.perennial.domain.total;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.exchange.Converted;
import dev.perennial.domain.rate.Movement;
import dev.perennial.domain.total.TenantTotal.Figure;
import dev.perennial.domain.total.TenantTotal.Row;
import dev.perennial.domain.total.TenantTotal.Sum;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TenantTotalTest {

  private static final YearMonth NOVEMBER = YearMonth.parse("2026-11");

  @Test
  void spendIsKeptAsPaidAsReportedAndWhereNoRateIsKnown() {
    TenantTotal total =
        of(
            List.of(
                paid("10.00", "USD", new Converted.Amount(Money.of("8.00", "EUR"))),
                paid("5.00", "USD", new Converted.Missing()),
                paid("1.00", "USD", new Converted.Unasked())),
            List.of());

    assertThat(total.rows())
        .isEqualTo(
            Map.of(
                row(Figure.SPENT, "USD"), new Sum(Money.of("16.00", "USD"), 0),
                row(Figure.REPORTED, "EUR"), new Sum(Money.of("8.00", "EUR"), 0),
                row(Figure.UNREPORTED, "USD"), new Sum(Money.of("5.00", "USD"), 0)));
  }

  @Test
  void movementsAreAddedByKindAndCounted() {
    Movement more = moved("2026-11-03", Movement.Kind.EXPANSION, "2.00");
    Movement again = moved("2026-11-20", Movement.Kind.EXPANSION, "3.00");
    Movement gone = moved("2026-11-21", Movement.Kind.CHURN, "9.00");

    assertThat(of(List.of(), List.of(more, again, gone)).rows())
        .isEqualTo(
            Map.of(
                row(Figure.EXPANSION, "EUR"), new Sum(Money.of("5.00", "EUR"), 2),
                row(Figure.CHURN, "EUR"), new Sum(Money.of("9.00", "EUR"), 1)));
  }

  @Test
  void eachMonthIsByItself() {
    Movement october = moved("2026-10-31", Movement.Kind.NEW, "9.00");
    Movement november = moved("2026-11-01", Movement.Kind.CHURN, "9.00");

    assertThat(TenantTotal.byMonth(new Additions(List.of(), List.of(october, november))).keySet())
        .containsExactly(YearMonth.parse("2026-10"), NOVEMBER);
  }

  @Test
  void whatIsTakenAwayAgainLeavesNothingBehind() {
    TenantTotal one =
        of(
            List.of(paid("10.00", "USD", new Converted.Amount(Money.of("8.00", "EUR")))),
            List.of(moved("2026-11-03", Movement.Kind.NEW, "2.00")));

    assertThat(one.plus(one).minus(one)).isEqualTo(one);
    assertThat(one.minus(one)).isEqualTo(TenantTotal.empty());
    assertThat(one.minus(one).isEmpty()).isTrue();
    assertThat(one.isEmpty()).isFalse();
  }

  /** Two that moved by nothing together are two that moved. */
  @Test
  void aRowGoesOnlyWhenItsCountGoesToo() {
    assertThat(new Sum(Money.of("0.00", "EUR"), 1).isZero()).isFalse();
    assertThat(new Sum(Money.of("0.00", "EUR"), 0).isZero()).isTrue();
    assertThat(new Sum(Money.of("1.00", "EUR"), 0).isZero()).isFalse();
  }

  @Test
  void eachKindOfMovementIsAFigure() {
    for (Movement.Kind kind : Movement.Kind.values()) {
      assertThat(Figure.of(kind)).hasToString(kind.name());
      assertThat(Figure.of(kind).isMovement()).isTrue();
    }
    assertThat(Figure.SPENT.isMovement()).isFalse();
  }

  private static TenantTotal of(List<Contribution> contributions, List<Movement> movements) {
    return requireNonNull(
        TenantTotal.byMonth(new Additions(contributions, movements)).get(NOVEMBER));
  }

  private static Contribution paid(String value, String currency, Converted reporting) {
    return new Contribution(
        LocalDate.parse("2026-11-05"),
        "streaming",
        Money.of(value, currency),
        new Converted.Unasked(),
        reporting);
  }

  private static Movement moved(String day, Movement.Kind kind, String euros) {
    return new Movement(LocalDate.parse(day), kind, "streaming", Money.of(euros, "EUR"));
  }

  private static Row row(Figure figure, String currency) {
    return new Row(figure, "streaming", Currency.getInstance(currency));
  }
}
