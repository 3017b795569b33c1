package dev.perennial.domain.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.calendar.BillingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private static final BillingCalendar MONTHLY = monthly("2025-01-31");

  @Test
  void anAnnouncedDateAndAmountStandInForTheDueDateTheyBelongTo() {
    Announcements announcements = announced(new AnnouncedCharge(day("2025-03-02"), euros("14.99")));

    assertThat(announcements.over(charges("2025-01-31", "2025-02-28", "2025-03-31")))
        .containsExactly(
            charge("2025-01-31", "12.99"),
            charge("2025-03-02", "14.99"),
            charge("2025-03-31", "12.99"));
  }

  @Test
  void withoutAnAmountTheAgreedOneIsDue() {
    Announcements announcements = announced(new AnnouncedCharge(day("2025-02-27"), null));

    assertThat(announcements.over(charge("2025-02-28", "12.99")))
        .isEqualTo(charge("2025-02-27", "12.99"));
  }

  @Test
  void theLastAnnouncementForADueDateCounts() {
    Announcements announcements =
        announced(
            new AnnouncedCharge(day("2025-03-10"), euros("1.00")),
            new AnnouncedCharge(day("2025-03-15"), euros("2.00")));

    // 15 March is 15 days from 28 February and 16 from 31 March, wherever the first has moved it.
    assertThat(announcements.byDueDate()).containsOnlyKeys(day("2025-02-28"));
    assertThat(announcements.over(charge("2025-02-28", "12.99")))
        .isEqualTo(charge("2025-03-15", "2.00"));
  }

  @Test
  void whatBelongsToNoDueDateOverridesNothing() {
    Announcements announcements = announced(new AnnouncedCharge(day("2024-12-31"), euros("1.00")));

    assertThat(announcements.byDueDate()).isEmpty();
    assertThat(announcements.over(charge("2025-01-31", "12.99")))
        .isEqualTo(charge("2025-01-31", "12.99"));
  }

  @Test
  void aChargeMayMoveIntoARangeOrOutOfIt() {
    Announcements announcements = announced(new AnnouncedCharge(day("2025-03-02"), null));

    assertThat(announcements.movedInto(day("2025-03-01"), day("2025-03-31")))
        .containsExactly(day("2025-02-28"));
    assertThat(announcements.movedInto(day("2025-03-02"), day("2025-03-02")))
        .containsExactly(day("2025-02-28"));
    assertThat(announcements.movedInto(day("2025-02-28"), day("2025-03-31"))).isEmpty();
    assertThat(announcements.movedInto(day("2025-02-01"), day("2025-02-28"))).isEmpty();
    assertThat(announcements.movedInto(day("2025-03-03"), day("2025-03-31"))).isEmpty();
    assertThat(announcements.movedInto(day("2025-03-01"), day("2025-03-01"))).isEmpty();
  }

  @Test
  void chargesKeepTheirOrderWhateverIsAnnounced() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      BillingCalendar calendar = new BillingCalendar(randomBilling(random));
      LocalDate from = day("2025-01-01");
      List<Charge> scheduled =
          calendar
              .between(from, from.plusYears(3))
              .map(dueOn -> new Charge(dueOn, euros("12.99")))
              .toList();
      List<AnnouncedCharge> announced = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        announced.add(new AnnouncedCharge(from.plusDays(random.nextInt(1_000)), euros("1.00")));
      }
      Announcements announcements = Announcements.of(announced, calendar);

      assertThat(announcements.over(scheduled))
          .as("seed %d", seed)
          .isEqualTo(scheduled.stream().map(announcements::over).toList());
      assertThat(announcements.over(scheduled).stream().map(Charge::dueOn))
          .as("seed %d", seed)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatIsListedComesByDateWhateverTheOrderItIsGivenIn() {
    assertThat(announced().over(charges("2025-03-31", "2025-01-31")))
        .isEqualTo(charges("2025-01-31", "2025-03-31"));
  }

  @Test
  void anAnnouncedAmountIsNotNegative() {
    assertThat(new AnnouncedCharge(day("2025-01-31"), euros("0.00")).amount())
        .isEqualTo(euros("0.00"));
    assertThatThrownBy(() -> new AnnouncedCharge(day("2025-01-31"), euros("-0.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Announcements announced(AnnouncedCharge... announced) {
    return Announcements.of(List.of(announced), MONTHLY);
  }

  private static Billing randomBilling(Random random) {
    return new Billing(
        new BillingPeriod(1 + random.nextInt(3), PeriodUnit.values()[random.nextInt(4)]),
        day("2024-12-01").plusDays(random.nextInt(60)),
        MonthEnd.values()[random.nextInt(4)]);
  }

  private static BillingCalendar monthly(String anchor) {
    return new BillingCalendar(
        new Billing(new BillingPeriod(1, PeriodUnit.MONTH), day(anchor), MonthEnd.CLAMP));
  }

  private static List<Charge> charges(String... days) {
    return List.of(days).stream().map(day -> charge(day, "12.99")).toList();
  }

  private static Charge charge(String day, String value) {
    return new Charge(day(day), euros(value));
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
