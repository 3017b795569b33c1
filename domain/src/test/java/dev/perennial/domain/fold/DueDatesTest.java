package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.billedFrom;
import static dev.perennial.domain.Facts.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionResumed.Anchor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueDatesTest {

  private static final Fact START =
      at("2025-01-10T12:00:00Z", "start", monthly("2025-01-31", "12.99"));

  private final List<Fact> facts = new ArrayList<>(List.of(START));

  @Test
  void aDayBelongsToTheNearestDueDateAndHalfWayToTheEarlier() {
    assertThat(dueDates().nearest(day("2025-02-14"))).contains(day("2025-01-31"));
    assertThat(dueDates().nearest(day("2025-02-15"))).contains(day("2025-02-28"));
    assertThat(dueDates().nearest(day("2025-02-28"))).contains(day("2025-02-28"));
    assertThat(dueDates().nearest(day("2025-01-16"))).contains(day("2025-01-31"));
    assertThat(dueDates().nearest(day("2025-01-15"))).isEmpty();
  }

  @Test
  void whatAPauseTakesAwayAttractsNothing() {
    facts.add(
        at("2025-03-20T12:00:00Z", "p", new SubscriptionPaused(LocalDate.parse("2025-05-10"))));

    assertThat(dueDates().nearest(day("2025-03-30"))).isEmpty();
    assertThat(dueDates().nearest(day("2025-05-09"))).isEmpty();
    assertThat(dueDates().nearest(day("2025-03-10"))).contains(day("2025-02-28"));
    assertThat(dueDates().nearest(day("2025-05-17"))).contains(day("2025-05-31"));
  }

  @Test
  void whatTheEndTakesAwayAttractsNothing() {
    facts.add(
        at(
            "2025-03-05T12:00:00Z",
            "c",
            new SubscriptionCancelled(LocalDate.parse("2025-03-31"), false)));

    assertThat(dueDates().nearest(day("2025-03-15"))).contains(day("2025-02-28"));
    assertThat(dueDates().nearest(day("2025-03-31"))).isEmpty();
    assertThat(dueDates().nearest(day("2025-08-31"))).isEmpty();
  }

  @Test
  void nearIsHalfOfThePeriodThatHoldsAtTheDueDate() {
    facts.add(at("2025-04-01T12:00:00Z", "b", billedFrom(weekly("2025-04-20"), "2025-04-01")));

    // 17 April is 3 days from the first week's date and 18 from the last month's.
    assertThat(dueDates().nearest(day("2025-04-17"))).contains(day("2025-04-20"));
    // 16 April is 4 days from it, more than half a week, and 16 from 31 March, more than 15.
    assertThat(dueDates().nearest(day("2025-04-16"))).isEmpty();
    // 15 April is nearer to the week's date, which it does not reach.
    assertThat(dueDates().nearest(day("2025-04-15"))).isEmpty();
    assertThat(dueDates().nearest(day("2025-04-23"))).contains(day("2025-04-20"));
  }

  @Test
  void aBillingThatNoLongerHoldsDoesNotReach() {
    facts.add(at("2025-04-01T12:00:00Z", "b", billedFrom(weekly("2025-04-30"), "2025-04-01")));

    // 30 April was also the month's date, which 20 April would have belonged to.
    assertThat(dueDates().nearest(day("2025-04-20"))).isEmpty();
  }

  @Test
  void aBillingHoldsUntilTheNextBegins() {
    facts.add(at("2025-03-01T12:00:00Z", "b", billedFrom(weekly("2025-03-03"), "2025-03-10")));
    facts.add(at("2025-03-02T12:00:00Z", "m", billedFrom(billing("2025-01-24"), "2025-03-25")));

    assertThat(dueDates().between(day("2025-01-01"), day("2025-04-30")))
        .extracting(Charge::dueOn)
        .containsExactly(
            day("2025-01-31"),
            day("2025-02-28"),
            day("2025-03-10"),
            day("2025-03-17"),
            day("2025-03-24"),
            day("2025-04-24"));
    assertThat(dueDates().nearest(day("2025-03-25"))).contains(day("2025-03-24"));
  }

  /** Half of a week is the least that any of these periods reaches. */
  @Test
  void aDueDateOfTheSameHalfWeekIsFoundAndNothingElseIs() {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      facts.clear();
      facts.add(START);
      for (int i = 0; i < 6; i++) {
        facts.add(random(random, "e" + i));
      }
      DueDates dueDates = dueDates();
      List<LocalDate> all =
          dueDates.between(day("2024-12-01"), day("2027-01-01")).stream()
              .map(Charge::dueOn)
              .toList();
      for (int i = 0; i < 100; i++) {
        LocalDate day = day("2025-01-01").plusDays(random.nextInt(500));
        String label = "seed %d: nearest to %s of %s".formatted(seed, day, all);
        Optional<LocalDate> nearest = dueDates.nearest(day);

        withinThreeDays(all, day).ifPresent(due -> assertThat(nearest).as(label).contains(due));
        nearest.ifPresent(due -> assertThat(all).as(label).contains(due));
      }
    }
  }

  private static Optional<LocalDate> withinThreeDays(List<LocalDate> dueDates, LocalDate day) {
    return dueDates.stream()
        .filter(due -> distance(due, day) <= 3)
        .min(Comparator.comparingLong(due -> distance(due, day)));
  }

  private static Fact random(Random random, String id) {
    Instant time = Instant.parse("2025-01-15T12:00:00Z").plus(random.nextInt(400), ChronoUnit.DAYS);
    LocalDate day = day("2025-01-15").plusDays(random.nextInt(400));
    return switch (random.nextInt(5)) {
      case 0 -> at(time.toString(), id, new SubscriptionPaused(day));
      case 1 -> at(time.toString(), id, new SubscriptionResumed(Anchor.NOW));
      case 2 -> at(time.toString(), id, billedFrom(weekly(day.toString()), day.toString()));
      case 3 -> at(time.toString(), id, billedFrom(billing(day.toString()), day.toString()));
      default -> at(time.toString(), id, new SubscriptionCancelled(day, false));
    };
  }

  private static long distance(LocalDate due, LocalDate day) {
    return Math.abs(ChronoUnit.DAYS.between(due, day));
  }

  private DueDates dueDates() {
    return Derivation.derive(
            NETFLIX,
            FactLog.of(facts),
            Subscriber.of(List.of()),
            Instant.parse("2025-03-15T12:00:00Z"))
        .dueDates()
        .orElseThrow();
  }

  private static Billing weekly(String anchor) {
    return new Billing(new BillingPeriod(1, PeriodUnit.WEEK), day(anchor), MonthEnd.CLAMP);
  }

  private static Billing billing(String anchor) {
    return new Billing(new BillingPeriod(1, PeriodUnit.MONTH), day(anchor), MonthEnd.CLAMP);
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
