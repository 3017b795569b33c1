package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.livesIn;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.calendar.LocalMoments;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionResumed.Anchor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Published cases that a list of occurrences alone cannot show; each names its source. */
class CalendarRulesTest {

  private final List<Fact> subscriberFacts = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  /** Chargebee: subscribed on 1 October with a trial of 15 days. */
  @Test
  void aTrialOfFifteenDaysIsPaidFromTheSixteenth() {
    facts.add(at("2025-10-01T10:00:00Z", "s", started("2025-10-01", "9.99", "2025-10-16")));

    assertThat(dueDates("2025-10-02").between(day("2025-10-01"), day("2025-12-01")))
        .extracting(Charge::dueOn)
        .containsExactly(day("2025-10-16"), day("2025-11-16"));
  }

  /** Stripe: the trial's end is the anchor, so the day of subscribing does not matter. */
  @Test
  void aTrialThatEndsOnTheLastDayIsAnchoredThere() {
    LocalDate trialEnds = day("2025-01-17").plusDays(14);
    facts.add(at("2025-01-17T10:00:00Z", "s", started("2025-01-17", "9.99", trialEnds.toString())));

    assertThat(dueDates("2025-01-18").between(day("2025-01-17"), day("2025-03-31")))
        .extracting(Charge::dueOn)
        .containsExactly(day("2025-01-31"), day("2025-02-28"), day("2025-03-31"));
  }

  /** Stripe: billing_cycle_anchor unchanged. */
  @Test
  void resumingWithTheAnchorUnchangedKeepsTheDay() {
    pausedAndResumed(Anchor.UNCHANGED);

    assertThat(dueDates("2025-06-10").onOrAfter(day("2025-06-10")).map(Charge::dueOn))
        .contains(day("2025-06-30"));
  }

  /** Stripe: billing_cycle_anchor now. */
  @Test
  void resumingWithTheAnchorNowCountsFromThatDay() {
    pausedAndResumed(Anchor.NOW);

    assertThat(dueDates("2025-06-10").onOrAfter(day("2025-06-10")).map(Charge::dueOn))
        .contains(day("2025-07-10"));
    assertThat(dueDates("2025-06-10").isDue(day("2025-06-10"))).isFalse();
    assertThat(dueDates("2025-06-10").between(day("2025-07-01"), day("2025-08-31")))
        .extracting(Charge::dueOn)
        .containsExactly(day("2025-07-10"), day("2025-08-10"));
  }

  /** split-pro issue 703: a due date is a date, wherever UTC may be. */
  @Test
  void aDueDateInViennaIsThatDate() {
    livingIn("Europe/Vienna");
    facts.add(at("2026-06-01T10:00:00Z", "s", monthly("2026-07-01", "9.99")));

    assertThat(view("2026-06-30T21:59:59Z").state().orElseThrow().nextRenewal())
        .extracting(Charge::dueOn)
        .isEqualTo(day("2026-07-01"));
    assertThat(LocalMoments.startOf(day("2026-07-01"), ZoneId.of("Europe/Vienna")))
        .isEqualTo("2026-06-30T22:00:00Z");
  }

  @Test
  void whatHappensLateInNewYorkIsAnchoredOnItsOwnDay() {
    livingIn("America/New_York");
    facts.add(at("2025-01-01T12:00:00Z", "s", monthly("2025-01-15", "9.99")));
    facts.add(at("2025-01-20T12:00:00Z", "p", new SubscriptionPaused(null)));
    // 23:30 on 31 January in New York; UTC already says 1 February.
    facts.add(at("2025-02-01T04:30:00Z", "r", new SubscriptionResumed(Anchor.NOW)));

    assertThat(view("2025-02-02T12:00:00Z").state().orElseThrow().terms().billing().anchor())
        .isEqualTo("2025-01-31");
    assertThat(dueDates("2025-02-02").onOrAfter(day("2025-02-01")).map(Charge::dueOn))
        .contains(day("2025-02-28"));
  }

  private void pausedAndResumed(Anchor anchor) {
    facts.add(at("2025-01-01T12:00:00Z", "s", monthly("2025-01-31", "9.99")));
    facts.add(at("2025-04-10T12:00:00Z", "p", new SubscriptionPaused(null)));
    facts.add(at("2025-06-10T12:00:00Z", "r", new SubscriptionResumed(anchor)));
  }

  private void livingIn(String zone) {
    subscriberFacts.add(at("2020-01-01T00:00:00Z", "z", livesIn(zone)));
  }

  private DueDates dueDates(String day) {
    return view(day + "T18:00:00Z").dueDates().orElseThrow();
  }

  private SubscriptionView view(String instant) {
    return Derivation.derive(
        NETFLIX, FactLog.of(facts), Subscriber.of(subscriberFacts), Instant.parse(instant));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
