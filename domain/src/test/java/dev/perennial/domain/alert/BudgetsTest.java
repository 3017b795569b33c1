package dev.perennial.domain.alert;

import static dev.perennial.domain.alert.Wishes.wishes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Budgets: told when they are crossed, again when they are crossed back, and not in between. */
class BudgetsTest {

  private static final String EXCEEDED = "budget.exceeded 2025-03-01 0/0 ";
  private static final String RECOVERED = "budget.recovered 2025-03-01 0/0 ";

  private final Household alice = new Household();

  @Test
  void aBudgetIsToldOnceItIsExceededAndNotBefore() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "100.00");
    assertThat(alice.tick("2025-03-03T12:00:00Z")).isEmpty();

    alice.spends("2025-03-04", "news", "0.01");
    assertThat(alice.tick("2025-03-04T12:00:00Z"))
        .containsExactly(EXCEEDED + "100.01 of 100.00 null");
    assertThat(alice.tick("2025-03-04T12:00:01Z")).isEmpty();
    alice.spends("2025-03-05", "news", "50.00");
    assertThat(alice.tick("2025-03-05T12:00:00Z")).isEmpty();
  }

  @Test
  void anAlertSaysWhatItIsAboutAndFiresAtItsTick() {
    alice.wants(wishes().budget("music", "10.00").periods(new PeriodRule.Monthly(15)));
    alice.spends("2025-03-16", "music", "10.50");
    alice.tick("2025-03-16T12:00:00Z");

    AlertRaised alert = alice.last();
    assertThat(alert.fireAt()).isEqualTo(alert.raisedAt()).isEqualTo("2025-03-16T12:00:00Z");
    assertThat(alert.subscriber()).isEqualTo(Household.ALICE);
    assertThat(alert.content())
        .isInstanceOfSatisfying(
            AlertContent.OfBudget.class,
            content -> {
              assertThat(content.amount()).isEqualTo(Money.of("10.50", "EUR"));
              assertThat(content.budget().category()).isEqualTo("music");
              assertThat(content.period())
                  .isEqualTo(
                      new Period(LocalDate.parse("2025-03-15"), LocalDate.parse("2025-04-15")));
            });
  }

  @Test
  void itsNameIsThatOfAnAlertWithoutASubscription() {
    alice.wants(wishes().budget("music", "10.00"));
    alice.spends("2025-03-03", "music", "10.50");
    alice.tick("2025-03-03T12:00:00Z");

    // SHA-256 over 4:acme5:alice15:budget.exceeded0:10:2025-03-011:01:05:music
    assertThat(alice.last().id()).isEqualTo("9ecf4eda6b1a935e64047894742f8cba");
  }

  @Test
  void onlyItsOwnCategoryCurrencyAndPeriodCount() {
    alice.wants(wishes().budget("music", "10.00"));
    alice.spends("2025-03-03", "news", "50.00");
    alice.spends("2025-02-28", "music", "8.00");
    alice.spends("2025-04-01", "music", "8.00");
    alice.spends("2025-03-03", "music", Money.of("50.00", "USD"));
    alice.spendsUnconverted("2025-03-03", "music", Money.of("50.00", "EUR"));
    alice.spends("2025-03-03", "music", "10.00");

    assertThat(alice.tick("2025-03-03T12:00:00Z")).isEmpty();
  }

  @Test
  void itRecoversAtNinetyFivePercentAndNotAbove() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");

    alice.spends("2025-03-03", "music", "-14.99");
    assertThat(alice.tick("2025-03-04T12:00:00Z")).isEmpty();
    alice.spends("2025-03-03", "music", "-0.01");
    assertThat(alice.tick("2025-03-05T12:00:00Z"))
        .containsExactly(RECOVERED + "95.00 of 100.00 null");
    assertThat(alice.tick("2025-03-05T12:00:01Z")).isEmpty();
  }

  @Test
  void whatRecoveredMayBeExceededAgainUnderAnotherId() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");
    AlertRaised first = alice.last();
    alice.spends("2025-03-03", "music", "-20.00");
    alice.tick("2025-03-04T12:00:00Z");
    alice.spends("2025-03-05", "music", "20.00");

    assertThat(alice.tick("2025-03-05T12:00:00Z"))
        .containsExactly(EXCEEDED + "110.00 of 100.00 null");
    assertThat(alice.last().id()).isNotEqualTo(first.id());
    assertThat(alice.last().revision()).isEqualTo(1);

    alice.spends("2025-03-03", "music", "-20.00");
    assertThat(alice.tick("2025-03-06T12:00:00Z"))
        .containsExactly(RECOVERED + "90.00 of 100.00 null");
    assertThat(alice.last().revision()).isEqualTo(1);
  }

  @Test
  void anotherAmountWithdrawsTheAlertAndCountsAfresh() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");

    alice.wants(wishes().budget(null, "105.00"));
    assertThat(alice.tick("2025-03-04T12:00:00Z"))
        .containsExactly("voided", EXCEEDED + "110.00 of 105.00 null");
    alice.wants(wishes().budget(null, "200.00"));
    assertThat(alice.tick("2025-03-05T12:00:00Z")).containsExactly("voided");
    alice.wants(wishes().budget(null, "100.00"));
    assertThat(alice.tick("2025-03-06T12:00:00Z"))
        .containsExactly(EXCEEDED + "110.00 of 100.00 null");
    assertThat(alice.last().revision()).isEqualTo(2);
  }

  @Test
  void aBudgetThatIsGoneIsWithdrawnUnlessItHadRecovered() {
    alice.wants(wishes().budget("music", "100.00").budget("news", "10.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.spends("2025-03-03", "news", "11.00");
    alice.tick("2025-03-03T12:00:00Z");
    alice.spends("2025-03-03", "news", "-11.00");
    alice.tick("2025-03-04T12:00:00Z");

    alice.wants(wishes().noBudgets());
    assertThat(alice.tick("2025-03-05T12:00:00Z")).containsExactly("voided");
    assertThat(alice.tick("2025-03-05T12:00:01Z")).isEmpty();
  }

  @Test
  void otherPeriodsWithdrawWhatWasToldOfTheOldOnes() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");

    alice.wants(wishes().periods(new PeriodRule.Monthly(2)));
    assertThat(alice.tick("2025-03-04T12:00:00Z"))
        .containsExactly("voided", "budget.exceeded 2025-03-02 0/0 110.00 of 100.00 null");
  }

  @Test
  void aPeriodThatIsOverCountsForSixDaysMore() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-02-27", "music", "110.00");
    assertThat(alice.tick("2025-03-06T23:59:59Z"))
        .containsExactly("budget.exceeded 2025-02-01 0/0 110.00 of 100.00 null");

    Household late = new Household();
    late.wants(wishes().budget(null, "100.00"));
    late.spends("2025-02-27", "music", "110.00");
    assertThat(late.tick("2025-03-07T00:00:00Z")).isEmpty();
  }

  @Test
  void whatWasToldIsForgottenWhenItsLastDayIsOver() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");

    assertThat(alice.next("2025-03-03T12:00:00Z")).contains(Instant.parse("2025-04-07T00:00:00Z"));
    alice.tick("2025-04-06T23:59:59Z");
    assertThat(alice.memory().isEmpty()).isFalse();
    assertThat(alice.next("2025-04-07T00:00:00Z")).isEmpty();
    assertThat(alice.memory().isEmpty()).isTrue();
    alice.wants(wishes().noBudgets());
    assertThat(alice.tick("2025-04-07T00:00:01Z")).isEmpty();
  }

  @Test
  void whatWasPaidAheadCountsWhenItsPeriodBegins() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-04-01", "music", "110.00");

    assertThat(alice.next("2025-03-31T12:00:00Z")).contains(Instant.parse("2025-04-01T00:00:00Z"));
    assertThat(alice.tick("2025-04-01T00:00:00Z"))
        .containsExactly("budget.exceeded 2025-04-01 0/0 110.00 of 100.00 null");
  }

  @Test
  void aSnoozedBudgetIsSilentAndThenToldAsItIs() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");
    alice.snooze(alice.last().id(), "2025-03-05");
    assertThat(alice.next("2025-03-03T13:00:00Z")).contains(Instant.parse("2025-03-05T09:00:00Z"));
    alice.spends("2025-03-03", "music", "-110.00");
    assertThat(alice.tick("2025-03-04T12:00:00Z")).isEmpty();
    alice.spends("2025-03-03", "music", "120.00");

    assertThat(alice.tick("2025-03-05T09:00:00Z"))
        .containsExactly(EXCEEDED + "120.00 of 100.00 null");
    assertThat(alice.last().revision()).isEqualTo(1);
    assertThat(alice.tick("2025-03-05T09:00:10Z")).isEmpty();
  }

  @Test
  void whatRecoversWhileItIsSnoozedIsToldBehindIt() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");
    alice.snooze(alice.last().id(), "2025-03-05");
    alice.spends("2025-03-03", "music", "-110.00");

    assertThat(alice.tick("2025-03-05T09:00:00Z"))
        .containsExactly(RECOVERED + "0.00 of 100.00 null");
  }

  @Test
  void inQuietHoursNothingIsRaisedAndWhatIsGoneIsWithdrawn() {
    alice.wants(wishes().budget(null, "100.00").quiet("22:00", "07:00"));
    alice.spends("2025-03-03", "music", "110.00");

    assertThat(alice.next("2025-03-03T22:00:00Z")).contains(Instant.parse("2025-03-04T07:00:00Z"));
    assertThat(alice.tick("2025-03-04T06:59:59Z")).isEmpty();
    assertThat(alice.tick("2025-03-04T07:00:00Z"))
        .containsExactly(EXCEEDED + "110.00 of 100.00 null");
    assertThat(alice.last().fireAt()).isEqualTo("2025-03-04T07:00:00Z");
    alice.wants(wishes().noBudgets());
    assertThat(alice.tick("2025-03-04T23:00:00Z")).containsExactly("voided");
  }

  @Test
  void whatRecoversBeforeTheQuietHoursAreOverIsNeverTold() {
    alice.wants(wishes().budget(null, "100.00").quiet("22:00", "07:00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T22:00:00Z");
    alice.spends("2025-03-03", "music", "-110.00");

    assertThat(alice.tick("2025-03-04T07:00:00Z")).isEmpty();
  }

  @Test
  void aNewLifeTellsUnderNamesOfItsOwn() {
    alice.wants(wishes().budget(null, "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");
    AlertRaised before = alice.last();
    assertThat(alice.memory().standing()).containsExactly(before.id());
    alice.eraseUpTo("2025-03-03T13:00:00Z");

    assertThat(alice.tick("2025-03-03T14:00:00Z")).hasSize(1);
    assertThat(alice.last().id()).isNotEqualTo(before.id());
    assertThat(alice.last().revision()).isZero();
  }

  @Test
  void whoWantsNeitherBudgetsNorDigestsCostsNothing() {
    alice.wants(wishes().zone("Europe/Vienna"));
    alice.spends("2025-03-03", "music", "110.00");

    assertThat(alice.next("2025-03-03T12:00:00Z")).isEmpty();
    assertThat(alice.derivations()).isZero();
  }

  @Test
  void whatALogTellsIsWhatAPassRemembers() {
    alice.wants(wishes().budget("music", "100.00"));
    alice.spends("2025-03-03", "music", "110.00");
    alice.tick("2025-03-03T12:00:00Z");
    OwnAlerts learnt = learnt(OwnAlerts.none(), alice.last());
    alice.spends("2025-03-03", "music", "-110.00");
    alice.tick("2025-03-04T12:00:00Z");
    learnt = learnt(learnt, alice.last());

    assertThat(learnt).isEqualTo(alice.memory());
    assertThat(LearnedOwnAlert.voided(learnt, alice.last().id()).standing()).hasSize(1);
    assertThat(LearnedOwnAlert.voided(learnt, "another")).isSameAs(learnt);
  }

  private static OwnAlerts learnt(OwnAlerts memory, AlertRaised alert) {
    return new LearnedOwnAlert(
            alert.type(),
            alert.dueOn(),
            alert.lead(),
            alert.revision(),
            alert.id(),
            alert.content(),
            alert.raisedAt())
        .addedTo(memory);
  }
}
