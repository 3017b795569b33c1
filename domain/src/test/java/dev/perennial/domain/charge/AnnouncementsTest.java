package dev.perennial.domain.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.calendar.BillingCalendar;
import dev.perennial.domain.calendar.NearestDueDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

  private static final Billing MONTHLY =
      new Billing(
          new BillingPeriod(1, PeriodUnit.MONTH), LocalDate.of(2025, 1, 31), MonthEnd.CLAMP);

  @Test
  void anAnnouncedDateAndAmountStandInForTheDueDateTheyBelongTo() {
    Announcements announcements = announced(new AnnouncedCharge(day("2025-03-02"), euros("14.99")));

    assertThat(announcements.insteadOf(day("2025-02-28")))
        .contains(new Charge(day("2025-03-02"), euros("14.99"), false));
    assertThat(announcements.insteadOf(day("2025-01-31"))).isEmpty();
    assertThat(announcements.insteadOf(day("2025-03-02"))).isEmpty();
  }

  @Test
  void theLastAnnouncementForADueDateCounts() {
    Announcements announcements =
        announced(
            new AnnouncedCharge(day("2025-03-10"), euros("1.00")),
            new AnnouncedCharge(day("2025-03-15"), euros("2.00")));

    // 15 March is 15 days from 28 February and 16 from 31 March, wherever the first has moved it.
    assertThat(announcements.byDueDate()).containsOnlyKeys(day("2025-02-28"));
    assertThat(announcements.insteadOf(day("2025-02-28")))
        .contains(new Charge(day("2025-03-15"), euros("2.00"), false));
  }

  @Test
  void whatBelongsToNoDueDateOverridesNothing() {
    assertThat(announced(new AnnouncedCharge(day("2024-12-31"), euros("1.00"))).byDueDate())
        .isEmpty();
  }

  @Test
  void chargesKeepTheirOrderWhateverIsAnnounced() {
    for (long seed = 1; seed <= 2_000; seed++) {
      Random random = new Random(seed);
      Billing billing = randomBilling(random);
      LocalDate from = day("2025-01-01");
      List<AnnouncedCharge> announced = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        announced.add(new AnnouncedCharge(from.plusDays(random.nextInt(1_000)), euros("1.00")));
      }
      Announcements announcements = Announcements.of(announced, new NearestDueDate(billing));
      List<LocalDate> dueOn =
          new BillingCalendar(billing)
              .between(from, from.plusYears(3))
              .map(day -> announcements.insteadOf(day).map(Charge::dueOn).orElse(day))
              .toList();

      assertThat(dueOn).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void anAnnouncedAmountIsNotNegative() {
    assertThat(new AnnouncedCharge(day("2025-01-31"), euros("0.00")).amount())
        .isEqualTo(euros("0.00"));
    assertThatThrownBy(() -> new AnnouncedCharge(day("2025-01-31"), euros("-0.01")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Announcements announced(AnnouncedCharge... announced) {
    return Announcements.of(List.of(announced), new NearestDueDate(MONTHLY));
  }

  private static Billing randomBilling(Random random) {
    return new Billing(
        new BillingPeriod(1 + random.nextInt(3), PeriodUnit.values()[random.nextInt(4)]),
        day("2024-12-01").plusDays(random.nextInt(60)),
        MonthEnd.values()[random.nextInt(4)]);
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
