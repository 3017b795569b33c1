package dev.perennial.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The worked examples of docs/forecast.md, and the edges of the horizon. */
class ForecastTest {

  private static final LocalDate TODAY = day("2026-11-25");

  private Billing billing = every(1, PeriodUnit.MONTH, "2026-01-31");
  private List<Dated<Billing>> later = List.of();
  private List<Dated<Price>> prices = List.of(fixed("2026-01-31", "12.99"));
  private List<Dated<Money>> estimates = List.of();
  private List<Dated<Share>> shares = List.of();
  private List<Outlook.Pause> pauses = List.of();
  private List<Outlook.Announced> announced = List.of();
  private @Nullable LocalDate trialEnds;
  private @Nullable LocalDate endsOn;

  @Test
  void shouldReachToTheEndOfTheTwelfthMonthBehindThisOne() {
    Horizon horizon = Horizon.ofMonths(TODAY, 13);

    assertThat(horizon).isEqualTo(new Horizon(TODAY, day("2027-12-01")));
    assertThat(horizon.months())
        .hasSize(13)
        .startsWith(YearMonth.of(2026, 11))
        .endsWith(YearMonth.of(2027, 11));
    assertThat(Horizon.ofMonths(day("2026-11-30"), 1).months())
        .containsExactly(YearMonth.of(2026, 11));
  }

  @Test
  void shouldRefuseAHorizonThatIsEmptyOrTooFar() {
    assertThatThrownBy(() -> Horizon.ofMonths(TODAY, 0)).hasMessageContaining("13 months, not 0");
    assertThatThrownBy(() -> Horizon.ofMonths(TODAY, 14)).hasMessageContaining("13 months, not 14");
    assertThatThrownBy(() -> new Horizon(TODAY, TODAY)).hasMessageContaining("days, not 0");
    assertThatThrownBy(() -> new Horizon(TODAY, TODAY.plusDays(401)))
        .hasMessageContaining("days, not 401");
  }

  @Test
  void shouldCountWhatIsDueTodayAndLeaveOutTheFirstDayBehind() {
    billing = every(1, PeriodUnit.MONTH, "2026-01-25");

    assertThat(dueUntil("2026-12-25")).containsExactly("2026-11-25 12.99");
    assertThat(dueUntil("2026-12-26")).containsExactly("2026-11-25 12.99", "2026-12-25 12.99");
  }

  @Test
  void shouldNeverHaveMoreThanOneChargeADay() {
    billing = every(1, PeriodUnit.DAY, "2026-01-01");

    assertThat(forecast(new Horizon(TODAY, TODAY.plusDays(400)))).hasSize(400);
  }

  @Test
  void shouldPutAYearlyPlanIntoItsOneMonth() {
    billing = every(1, PeriodUnit.YEAR, "2025-01-15");
    prices = List.of(fixed("2025-01-15", "120.00"));

    assertThat(dueUntil("2027-12-01")).containsExactly("2027-01-15 120.00");
  }

  @Test
  void shouldPutTwoChargesOfAFourWeeklyPlanIntoOneMonth() {
    billing = every(4, PeriodUnit.WEEK, "2026-11-02");

    assertThat(dueUntil("2027-01-01")).containsExactly("2026-11-30 12.99", "2026-12-28 12.99");
    assertThat(forecast(new Horizon(day("2027-03-01"), day("2027-04-01"))))
        .extracting(DueCharge::dueOn)
        .containsExactly(day("2027-03-22"));
    assertThat(forecast(new Horizon(day("2027-11-01"), day("2027-12-01"))))
        .extracting(DueCharge::dueOn)
        .containsExactly(day("2027-11-01"), day("2027-11-29"));
  }

  @Test
  void shouldTakeThePriceThatIsInForceOnTheDueDate() {
    prices = List.of(fixed("2026-01-31", "12.99"), fixed("2026-12-15", "14.99"));

    assertThat(dueUntil("2027-02-01"))
        .containsExactly("2026-11-30 12.99", "2026-12-31 14.99", "2027-01-31 14.99");
  }

  @Test
  void shouldBeginWithTheTrialsEnd() {
    billing = every(1, PeriodUnit.MONTH, "2026-12-10");
    trialEnds = day("2026-12-10");

    assertThat(forecast(new Horizon(TODAY, day("2027-02-01"))))
        .extracting(DueCharge::dueOn, DueCharge::endsTrial)
        .containsExactly(tuple(day("2026-12-10"), true), tuple(day("2027-01-10"), false));
  }

  @Test
  void shouldLeaveOutWhatAPauseOrTheEndTakesAway() {
    pauses = List.of(new Outlook.Pause(day("2026-11-20"), day("2026-12-31")));
    endsOn = day("2027-02-28");

    assertThat(dueUntil("2027-12-01")).containsExactly("2026-12-31 12.99", "2027-01-31 12.99");

    pauses = List.of(new Outlook.Pause(day("2026-12-15"), null));

    assertThat(dueUntil("2027-12-01")).containsExactly("2026-11-30 12.99");
  }

  @Test
  void shouldTakeTheShareOfTheDueDateAndRoundHalfToTheEvenDigit() {
    shares =
        List.of(
            new Dated<>(day("2026-12-01"), new Share(1, 3)),
            new Dated<>(day("2026-12-31"), new Share(1, 2)));
    prices = List.of(fixed("2026-01-31", "10.01"));

    assertThat(forecast(new Horizon(TODAY, day("2027-01-01"))))
        .extracting(due -> due.part().value().toPlainString())
        .containsExactly("3.34", "5.00");
  }

  @Test
  void shouldFollowAScheduleFromItsFirstDayOn() {
    later = List.of(new Dated<>(day("2026-12-31"), every(1, PeriodUnit.WEEK, "2026-12-28")));

    assertThat(dueUntil("2027-01-12"))
        .containsExactly("2026-11-30 12.99", "2027-01-04 12.99", "2027-01-11 12.99");
  }

  @Test
  void shouldEstimateEachPriceThatVariesByItself() {
    prices =
        List.of(
            varies("2026-01-31", "50.00"),
            varies("2026-12-01", "60.00"),
            varies("2027-01-01", "70.00"),
            fixed("2027-02-01", "80.00"));
    estimates =
        List.of(
            new Dated<>(day("2026-01-31"), euros("48.20")),
            new Dated<>(day("2026-12-01"), euros("48.20")),
            new Dated<>(day("2027-01-01"), euros("70.00")));

    assertThat(dueUntil("2027-03-01"))
        .containsExactly(
            "2026-11-30 about 48.20",
            "2026-12-31 about 48.20",
            "2027-01-31 about 70.00",
            "2027-02-28 80.00");
    assertThat(forecast(new Horizon(TODAY, day("2026-12-01"))).getFirst().priceFrom())
        .isEqualTo(day("2026-01-31"));
  }

  @Test
  void shouldTakeWhatWasAnnouncedInPlaceOfWhatIsScheduled() {
    announced =
        List.of(
            new Outlook.Announced(
                day("2026-11-30"), new AnnouncedCharge(day("2026-12-02"), euros("11.00"))),
            new Outlook.Announced(
                day("2026-12-31"), new AnnouncedCharge(day("2027-01-03"), euros("13.00"))));

    assertThat(dueUntil("2027-01-01")).containsExactly("2026-12-02 11.00");
    assertThat(forecast(new Horizon(day("2027-01-01"), day("2027-02-01"))))
        .extracting(DueCharge::scheduledOn, DueCharge::dueOn, DueCharge::priceFrom)
        .containsExactly(
            tuple(day("2026-12-31"), day("2027-01-03"), null),
            tuple(day("2027-01-31"), day("2027-01-31"), day("2026-01-31")));
  }

  @Test
  void shouldSayOfPastDaysWhatWasDueThen() {
    later = List.of(new Dated<>(day("2026-06-10"), every(1, PeriodUnit.MONTH, "2026-06-15")));
    prices = List.of(fixed("2026-01-31", "12.99"), fixed("2026-07-01", "14.99"));
    pauses = List.of(new Outlook.Pause(day("2026-03-01"), day("2026-04-01")));

    assertThat(forecast(new Horizon(day("2026-01-01"), day("2026-08-01"))))
        .extracting(DueCharge::dueOn, due -> due.amount().value().toPlainString())
        .containsExactly(
            tuple(day("2026-01-31"), "12.99"),
            tuple(day("2026-02-28"), "12.99"),
            tuple(day("2026-04-30"), "12.99"),
            tuple(day("2026-05-31"), "12.99"),
            tuple(day("2026-06-15"), "12.99"),
            tuple(day("2026-07-15"), "14.99"));
  }

  @Test
  void shouldKnowTheBillingOfADay() {
    later = List.of(new Dated<>(day("2026-06-10"), every(1, PeriodUnit.WEEK, "2026-06-15")));

    assertThat(outlook().billingOn(day("2025-12-31"))).isEqualTo(billing);
    assertThat(outlook().billingOn(day("2026-06-09"))).isEqualTo(billing);
    assertThat(outlook().billingOn(day("2026-06-10")).period().unit()).isEqualTo(PeriodUnit.WEEK);
  }

  @Test
  void shouldRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new Outlook.Pause(TODAY, TODAY)).hasMessageContaining("pause");
    prices = List.of();
    assertThatThrownBy(this::outlook).hasMessageContaining("price");
    assertThatThrownBy(
            () -> new DueCharge(TODAY, TODAY, euros("1"), Money.of("1", "JPY"), false, false, null))
        .hasMessageContaining("currency");
  }

  private List<String> dueUntil(String until) {
    return forecast(new Horizon(TODAY, earliest(until))).stream()
        .filter(due -> due.dueOn().isBefore(day(until)))
        .map(
            due ->
                due.dueOn()
                    + (due.estimated() ? " about " : " ")
                    + due.amount().value().toPlainString())
        .toList();
  }

  private static LocalDate earliest(String until) {
    LocalDate furthest = TODAY.plusDays(Horizon.MAX_DAYS);
    return day(until).isBefore(furthest) ? day(until) : furthest;
  }

  private List<DueCharge> forecast(Horizon horizon) {
    return Forecast.of(outlook(), horizon).charges();
  }

  private Outlook outlook() {
    List<Dated<Billing>> schedules = new ArrayList<>();
    schedules.add(new Dated<>(day("2026-01-10"), billing));
    schedules.addAll(later);
    return new Outlook(
        day("2026-01-10"),
        schedules,
        prices,
        estimates,
        shares,
        pauses,
        announced,
        trialEnds,
        endsOn);
  }

  private static Billing every(int every, PeriodUnit unit, String anchor) {
    return new Billing(new BillingPeriod(every, unit), day(anchor), MonthEnd.CLAMP);
  }

  private static Dated<Price> fixed(String from, String euros) {
    return new Dated<>(day(from), new Price(Price.Kind.FIXED, euros(euros)));
  }

  private static Dated<Price> varies(String from, String euros) {
    return new Dated<>(day(from), new Price(Price.Kind.VARIABLE, euros(euros)));
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
