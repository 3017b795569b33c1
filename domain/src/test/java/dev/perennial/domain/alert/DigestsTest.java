package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.sharedFrom;
import static dev.perennial.domain.alert.Wishes.wishes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.period.Period;
import dev.perennial.domain.period.PeriodRule;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Digests: only for who asks, by leads, and only where there is something to tell. */
class DigestsTest {

  private static final String MONDAY = "2025-03-10T09:00:00Z";

  private final Household alice = new Household();

  @Test
  void nobodyHasADigestWhoDidNotAskForIt() {
    alice.wants(wishes().leads("renewal.upcoming", 7));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));
    alice.spends("2025-03-05", "music", "9.99");

    assertThat(alice.next(MONDAY)).isEmpty();
    assertThat(alice.tick(MONDAY)).isEmpty();
    assertThat(alice.derivations()).isZero();
  }

  @Test
  void aWeekIsToldOnItsMondayWithWhatIsDueAndWhatWasSpentBefore() {
    alice.wants(wishes().leads("digest.weekly", 0));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));
    alice.subscribes("gym", monthly("2025-01-16", "30.00"));
    alice.subscribes("later", monthly("2025-01-17", "1.00"));
    alice.spends("2025-03-03", "music", "9.99");
    alice.spends("2025-03-09", "music", "0.01");
    alice.spends("2025-03-10", "music", "5.00");
    alice.spends("2025-03-02", "music", "7.00");

    assertThat(alice.tick("2025-03-10T08:59:59Z")).isEmpty();
    assertThat(alice.tick(MONDAY))
        .containsExactly("digest.weekly 2025-03-10 0/0 due [42.99 EUR] spent [10.00 EUR]");
    assertThat(alice.last().fireAt()).isEqualTo(MONDAY);
    assertThat(alice.digest().period())
        .isEqualTo(new Period(LocalDate.parse("2025-03-10"), LocalDate.parse("2025-03-17")));
    assertThat(alice.digest().charges())
        .extracting(charge -> charge.dueOn() + " " + charge.subscriptionId() + " " + charge.name())
        .containsExactly("2025-03-12 netflix Netflix", "2025-03-16 gym Netflix");
    assertThat(alice.tick("2025-03-10T09:00:01Z")).isEmpty();
    assertThat(alice.derivations()).isEqualTo(1);
  }

  @Test
  void eachLeadIsToldAndOfThoseMissedTheNewest() {
    alice.wants(wishes().leads("digest.weekly", 6, 2, 0));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));

    assertThat(alice.tick("2025-03-04T09:00:00Z"))
        .containsExactly("digest.weekly 2025-03-10 6/6 due [12.99 EUR] spent []");
    assertThat(alice.next("2025-03-04T09:00:01Z")).contains(Instant.parse("2025-03-08T09:00:00Z"));
    assertThat(alice.tick("2025-03-10T23:59:59Z"))
        .containsExactly("digest.weekly 2025-03-10 0/0 due [12.99 EUR] spent []");
  }

  @Test
  void aWeekThatHasBegunIsCaughtUpUntilItsFirstDayIsOver() {
    alice.wants(wishes().leads("digest.weekly", 3));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));
    assertThat(alice.tick("2025-03-11T00:00:00Z")).isEmpty();

    assertThat(alice.tick("2025-03-08T12:00:00Z"))
        .containsExactly("digest.weekly 2025-03-10 3/2 due [12.99 EUR] spent []");
  }

  @Test
  void nothingIsToldWhereNothingIsDueOrSpentUntilThereIs() {
    alice.wants(wishes().leads("digest.weekly", 0));
    alice.subscribes("netflix", monthly("2025-01-20", "12.99"));
    alice.spends("2025-03-05", "music", "9.99");
    alice.spends("2025-03-05", "music", "-9.99");
    assertThat(alice.tick(MONDAY)).isEmpty();

    alice.spends("2025-03-06", "music", "1.00");
    assertThat(alice.tick("2025-03-10T12:00:00Z"))
        .containsExactly("digest.weekly 2025-03-10 0/0 due [] spent [1.00 EUR]");
  }

  @Test
  void aPeriodIsToldByItsOwnLeads() {
    alice.wants(wishes().leads("digest.monthly", 3).periods(new PeriodRule.Monthly(15)));
    alice.subscribes("netflix", monthly("2025-01-20", "12.99"));
    alice.subscribes("gym", monthly("2025-01-14", "30.00"));
    alice.spends("2025-02-15", "music", "9.99");
    alice.spends("2025-02-14", "music", "5.00");

    assertThat(alice.tick("2025-03-12T09:00:00Z"))
        .containsExactly("digest.monthly 2025-03-15 3/3 due [42.99 EUR] spent [9.99 EUR]");
    assertThat(alice.digest().charges())
        .extracting(charge -> charge.dueOn().toString())
        .containsExactly("2025-03-20", "2025-04-14");
  }

  @Test
  void shortPeriodsMayBeToldSeveralAtOnce() {
    PeriodRule weeks = new PeriodRule.Weekly(1, LocalDate.parse("2025-01-01"));
    alice.wants(wishes().leads("digest.monthly", 28).periods(weeks));
    alice.subscribes("netflix", monthly("2025-01-20", "12.99"));

    assertThat(alice.tick("2025-03-12T09:00:00Z"))
        .containsExactly("digest.monthly 2025-03-19 28/7 due [12.99 EUR] spent []");
    assertThat(alice.next("2025-03-12T09:00:01Z")).contains(Instant.parse("2025-03-19T09:00:00Z"));
  }

  @Test
  void amountsAreAddedACurrencyAtATimeAndWhatWasNotConvertedByItsOwn() {
    alice.wants(wishes().leads("digest.weekly", 0));
    alice.spends("2025-03-05", "music", Money.of("3.00", "USD"));
    alice.spends("2025-03-05", "news", "2.00");
    alice.spendsUnconverted("2025-03-06", "news", Money.of("500", "JPY"));
    alice.spendsUnconverted("2025-03-06", "news", Money.of("1.00", "USD"));

    assertThat(alice.tick(MONDAY))
        .containsExactly(
            "digest.weekly 2025-03-10 0/0 due [] spent [2.00 EUR + 500 JPY + 4.00 USD]");
  }

  @Test
  void tenChargesAreListedAndAllAreAddedWhole() {
    alice.wants(wishes().leads("digest.weekly", 0));
    for (int number = 0; number < 12; number++) {
      alice.subscribes(
          "s%02d".formatted(11 - number),
          monthly("2025-01-%d".formatted(10 + number % 3), "1.00"),
          sharedFrom(1, 2, null));
    }

    alice.tick(MONDAY);

    assertThat(alice.digest().chargesInAll()).isEqualTo(12);
    assertThat(alice.digest().due()).containsExactly(Money.of("12.00", "EUR"));
    assertThat(alice.digest().charges())
        .extracting(charge -> charge.dueOn().getDayOfMonth() + charge.subscriptionId())
        .containsExactly(
            "10s02", "10s05", "10s08", "10s11", "11s01", "11s04", "11s07", "11s10", "12s00",
            "12s03");
  }

  @Test
  void aDigestThatWasToldStaysAsItWas() {
    alice.wants(wishes().leads("digest.weekly", 0));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));
    alice.tick(MONDAY);

    alice.subscribes("netflix", new SubscriptionCancelled(LocalDate.parse("2025-02-01"), false));
    alice.wants(wishes().leads("digest.weekly"));

    assertThat(alice.tick("2025-03-10T12:00:00Z")).isEmpty();
    assertThat(alice.memory().standing()).hasSize(1);
    assertThat(alice.next("2025-03-10T12:00:01Z")).contains(Instant.parse("2025-03-11T00:00:00Z"));
    alice.tick("2025-03-11T00:00:00Z");
    assertThat(alice.memory().isEmpty()).isTrue();
  }

  @Test
  void anAlertTimeInQuietHoursIsTheirEndOnTheSameDay() {
    alice.wants(wishes().leads("digest.weekly", 0).alertTime("23:00").quiet("22:00", "08:30"));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));

    assertThat(alice.next("2025-03-09T12:00:00Z")).contains(Instant.parse("2025-03-10T08:30:00Z"));
    assertThat(alice.tick("2025-03-10T08:30:00Z")).hasSize(1);
  }

  @Test
  void whatWasMissedIsToldBehindTheQuietHoursUnlessItsDayIsOver() {
    alice.wants(wishes().leads("digest.weekly", 0).quiet("20:00", "07:00"));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));

    assertThat(alice.next("2025-03-10T20:00:00Z")).contains(Instant.parse("2025-03-11T07:00:00Z"));
    assertThat(alice.derivations()).isZero();
    assertThat(alice.tick("2025-03-11T07:00:00Z")).isEmpty();
  }

  @Test
  void aSnoozedDigestIsToldAgainByItsNewestLead() {
    alice.wants(wishes().leads("digest.weekly", 6, 2));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));
    alice.tick("2025-03-04T09:00:00Z");
    String first = alice.last().id();
    alice.snooze(first, "2025-03-09");

    assertThat(alice.tick("2025-03-08T09:00:00Z")).isEmpty();
    assertThat(alice.tick("2025-03-09T09:00:00Z"))
        .containsExactly("digest.weekly 2025-03-10 2/1 due [12.99 EUR] spent []");
    assertThat(alice.last().fireAt()).isEqualTo("2025-03-09T09:00:00Z");
    assertThat(alice.tick("2025-03-09T09:00:10Z")).isEmpty();

    alice.snooze(alice.last().id(), "2025-03-10");
    assertThat(alice.tick("2025-03-10T09:00:00Z")).hasSize(1);
    assertThat(alice.last().revision()).isEqualTo(1);
  }

  @Test
  void aChargeOfNothingIsDueAllTheSame() {
    alice.wants(wishes().leads("digest.weekly", 0));
    alice.subscribes("free", monthly("2025-01-12", "0.00"));

    assertThat(alice.tick(MONDAY))
        .containsExactly("digest.weekly 2025-03-10 0/0 due [0.00 EUR] spent []");
  }

  @Test
  void dueDaysAreThoseOfTheSubscribersZone() {
    alice.wants(wishes().leads("digest.weekly", 0).zone("Pacific/Auckland"));
    alice.subscribes("netflix", monthly("2025-01-12", "12.99"));

    assertThat(alice.tick("2025-03-09T19:59:59Z")).isEmpty();
    assertThat(alice.tick("2025-03-09T20:00:00Z")).hasSize(1);
  }
}
