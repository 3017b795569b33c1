package dev.perennial.domain.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.Share;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.forecast.Dated;
import dev.perennial.domain.forecast.Outlook;
import dev.perennial.domain.period.Period;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What November comes to: 12.99 on the 10th and 24th, a subscription that is paid since October.
 */
class ReckoningTest {

  private static final Period NOVEMBER = new Period(day("2026-11-01"), day("2026-12-01"));

  private final List<Paid> payments = new ArrayList<>();
  private CollectionMode collection = CollectionMode.AUTO;
  private @Nullable LocalDate paidSince = day("2026-10-13");
  private LocalDate from = day("2026-01-01");
  private List<Dated<Share>> shares = List.of();
  private List<Outlook.Announced> announced = List.of();
  private LocalDate today = day("2026-11-20");

  @Test
  void whatIsPaidAsExpectedHasNoDifference() {
    pays("p1", "2026-11-10", "2026-11-10", "12.99");

    assertThat(figures())
        .containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 12.99", "PAID 12.99", "SPENT 12.99");
  }

  @Test
  void whatStaysAwayIsOutstandingUntilTheGraceIsOver() {
    today = day("2026-11-14");
    assertThat(figures()).containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 25.98");

    today = day("2026-11-15");
    assertThat(figures())
        .containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 12.99", "MISSING 12.99");
  }

  @Test
  void nothingIsMissingOfWhatIsPaidByHandOrNeverReportedBefore() {
    collection = CollectionMode.MANUAL;
    assertThat(figures()).containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 25.98");

    collection = CollectionMode.AUTO;
    paidSince = null;
    assertThat(figures()).containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 25.98");
    paidSince = day("2026-11-10");
    assertThat(figures()).containsExactly("EUR EXPECTED 25.98", "OUTSTANDING 25.98");
    paidSince = day("2026-11-09");
    assertThat(figures()).contains("MISSING 12.99");
  }

  @Test
  void theSettlingPaymentMayBeMoreOrLess() {
    pays("p1", "2026-11-10", "2026-11-10", "14.00");
    pays("p2", "2026-11-24", "2026-11-24", "12.00");

    assertThat(figures())
        .containsExactly("EUR EXPECTED 25.98", "DIFFERENCE 0.02", "PAID 26.00", "SPENT 26.00");
  }

  @Test
  void whatPaysAgainIsUnexpectedAndSoIsWhatBelongsToNoDueDate() {
    pays("p1", "2026-11-10", "2026-11-10", "12.99");
    pays("p2", "2026-11-24", "2026-11-24", "12.99");
    pays("p3", "2026-11-11", "2026-11-10", "12.99");
    pays("p4", "2026-11-30", null, "1.00");
    pays("p5", "2026-12-01", null, "2.00");

    assertThat(figures())
        .containsExactly("EUR EXPECTED 25.98", "UNEXPECTED 13.99", "PAID 39.97", "SPENT 39.97");
  }

  @Test
  void whatIsPaidOnOtherDaysBelongsToItsDueDate() {
    pays("p1", "2026-10-30", "2026-11-10", "12.99");
    pays("p2", "2026-12-02", "2026-11-24", "12.99");
    pays("p3", "2026-11-02", "2026-10-27", "9.00");

    assertThat(figures())
        .containsExactly(
            "EUR EXPECTED 25.98",
            "PAID 25.98",
            "PAID_ELSEWHERE 25.98",
            "PAID_FOR_OTHERS 9.00",
            "SPENT 9.00");
  }

  @Test
  void aChargeSettledInAnotherCurrencyIsADifferenceInBoth() {
    paysIn("p1", "2026-11-10", "2026-11-10", Money.of("14", "USD"));
    pays("p2", "2026-11-24", "2026-11-24", "12.99");

    assertThat(figures())
        .containsExactly(
            "EUR EXPECTED 25.98",
            "DIFFERENCE -12.99",
            "PAID 12.99",
            "SPENT 12.99",
            "USD DIFFERENCE 14.00",
            "PAID 14.00",
            "SPENT 14.00");
  }

  @Test
  void whatIsLeftOfAPaymentThatWentBackCountsButSettlesNothing() {
    gaveBack("p1", "2026-11-10", "2026-11-10", "0.00");
    pays("p2", "2026-11-12", "2026-11-10", "12.99");
    gaveBack("p3", "2026-11-24", "2026-11-24", "-1.00");

    assertThat(figures())
        .containsExactly(
            "EUR EXPECTED 25.98",
            "OUTSTANDING 12.99",
            "UNEXPECTED -1.00",
            "PAID 11.99",
            "SPENT 11.99");
  }

  @Test
  void aChargeBelongsToThePeriodOfTheDayThatWasAnnounced() {
    announced =
        List.of(
            new Outlook.Announced(
                day("2026-11-24"), new AnnouncedCharge(day("2026-12-01"), euros("20.00"))));
    pays("p1", "2026-11-10", "2026-11-10", "12.99");
    pays("p2", "2026-11-30", "2026-11-24", "20.00");

    assertThat(figures())
        .containsExactly(
            "EUR EXPECTED 12.99", "PAID 12.99", "PAID_FOR_OTHERS 20.00", "SPENT 32.99");
    assertThat(figures(new Period(day("2026-12-01"), day("2026-12-08"))))
        .containsExactly("EUR EXPECTED 20.00", "PAID 20.00", "PAID_ELSEWHERE 20.00");
  }

  @Test
  void onlyTheSubscribersPartIsExpected() {
    shares = List.of(new Dated<>(day("2026-01-01"), new Share(1, 3)));

    assertThat(figures()).contains("EUR EXPECTED 8.66");
  }

  @Test
  void beforeTheFirstDayOnlyWhatWasPaidIsExpected() {
    from = day("2026-11-12");
    assertThat(figures()).containsExactly("EUR EXPECTED 12.99", "OUTSTANDING 12.99");

    pays("p1", "2026-11-10", "2026-11-10", "13.00");
    assertThat(figures())
        .containsExactly(
            "EUR EXPECTED 25.98",
            "OUTSTANDING 12.99",
            "DIFFERENCE 0.01",
            "PAID 13.00",
            "SPENT 13.00");
  }

  @Test
  void ofADueDateThatIsNoneAnyMoreAllIsUnexpected() {
    pays("p1", "2026-11-12", "2026-11-12", "5.00");

    assertThat(figures()).contains("UNEXPECTED 5.00", "PAID 5.00", "SPENT 5.00");
  }

  @Test
  void whatBelongsToNoSubscriptionCountsOnItsDay() {
    pays("p1", "2026-11-12", "2026-12-12", "5.00");

    assertThat(told(Reckoning.of(NOVEMBER, today, List.of(new Account(null, payments)))))
        .containsExactly("EUR UNEXPECTED 5.00", "PAID 5.00", "SPENT 5.00");
  }

  private void pays(String id, String day, @Nullable String matches, String euros) {
    paysIn(id, day, matches, euros(euros));
  }

  private void paysIn(String id, String day, @Nullable String matches, Money net) {
    payments.add(paid(id, day, matches, true, net));
  }

  private void gaveBack(String id, String day, String matches, String left) {
    payments.add(paid(id, day, matches, false, euros(left)));
  }

  private static Paid paid(
      String id, String day, @Nullable String matches, boolean pays, Money net) {
    return new Paid(
        id,
        day(day).atTime(12, 0).toInstant(ZoneOffset.UTC),
        day(day),
        matches == null ? null : day(matches),
        pays,
        List.of(net));
  }

  private List<String> figures() {
    return figures(NOVEMBER);
  }

  private List<String> figures(Period period) {
    Account account = new Account(new Agreed(outlook(), collection, paidSince), payments);
    return told(Reckoning.of(period, today, List.of(account)));
  }

  /** Those that are not zero. */
  private static List<String> told(Reckoning reckoning) {
    return reckoning.currencies().stream().flatMap(ReckoningTest::told).toList();
  }

  private static Stream<String> told(Figures figures) {
    List<String> told =
        Arrays.stream(Figure.values())
            .filter(figure -> !figures.of(figure).isZero())
            .map(figure -> figure + " " + figures.of(figure).value().toPlainString())
            .toList();
    return Stream.concat(
        Stream.of(figures.currency() + " " + told.getFirst()), told.stream().skip(1));
  }

  private Outlook outlook() {
    Billing fortnightly =
        new Billing(new BillingPeriod(2, PeriodUnit.WEEK), day("2026-10-13"), MonthEnd.CLAMP);
    return new Outlook(
        from,
        List.of(new Dated<>(day("2026-01-01"), fortnightly)),
        List.of(new Dated<>(day("2026-01-01"), new Price(Price.Kind.FIXED, euros("12.99")))),
        List.of(),
        shares,
        List.of(),
        announced,
        null,
        null);
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
