package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.billedFrom;
import static dev.perennial.domain.Facts.changed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static dev.perennial.domain.Facts.remindersAt;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Billing;
import dev.perennial.domain.BillingPeriod;
import dev.perennial.domain.CollectionMode;
import dev.perennial.domain.Money;
import dev.perennial.domain.MonthEnd;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.charge.Charge;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Reminders;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.event.SubscriptionStarted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was agreed when, and on which days the view has to be looked at again. */
class AgreementOverTimeTest {

  private static final Facets EVERYTHING_NEW =
      new Facets(
          "Netflix Premium",
          "Netflix B.V.",
          "family",
          null,
          null,
          LocalDate.parse("2026-01-31"),
          CollectionMode.MANUAL,
          Reminders.at(List.of(3)),
          "https://netflix.example/account",
          List.of("shared"),
          null,
          null,
          null);

  private final List<Fact> facts =
      new ArrayList<>(List.of(at("2025-01-10T12:00:00Z", "start", monthly("2025-01-31", "12.99"))));

  @Test
  void everyFacetChangesOnTheDayItIsAgreedFor() {
    facts.add(at("2025-02-01T12:00:00Z", "c", changed(EVERYTHING_NEW, "2025-03-01")));

    SubscriptionState before = state("2025-02-28");
    SubscriptionState after = state("2025-03-01");

    assertThat(before.name()).isEqualTo("Netflix");
    assertThat(before.vendor()).isEqualTo("Netflix Inc.");
    assertThat(before.category()).isEqualTo("streaming");
    assertThat(before.terms().collection()).isEqualTo(CollectionMode.AUTO);
    assertThat(after.name()).isEqualTo("Netflix Premium");
    assertThat(after.vendor()).isEqualTo("Netflix B.V.");
    assertThat(after.category()).isEqualTo("family");
    assertThat(after.endsOn()).isEqualTo("2026-01-31");
    assertThat(after.terms().collection()).isEqualTo(CollectionMode.MANUAL);
    assertThat(after.url()).isEqualTo("https://netflix.example/account");
    assertThat(after.tags()).containsExactly("shared");
    assertThat(dueDates("2025-03-01").reminders()).contains(Reminders.at(List.of(3)));
  }

  @Test
  void aNewStartForgetsWhatItDoesNotSay() {
    facts.add(at("2025-02-01T12:00:00Z", "c", changed(EVERYTHING_NEW, "2025-02-01")));
    facts.add(at("2025-05-01T12:00:00Z", "again", new SubscriptionStarted(bare(), null)));

    SubscriptionState state = state("2025-05-02");

    assertThat(state.vendor()).isNull();
    assertThat(state.category()).isEqualTo(Derivation.UNCATEGORISED);
    assertThat(state.endsOn()).isNull();
    assertThat(state.terms().collection()).isEqualTo(CollectionMode.AUTO);
    assertThat(state.url()).isNull();
    assertThat(state.tags()).isEmpty();
    assertThat(dueDates("2025-05-02").reminders()).isEmpty();
  }

  @Test
  void aPriceCountsFromItsOwnDay() {
    facts.add(at("2025-02-01T12:00:00Z", "rise", priceFrom("14.99", "2025-03-01")));
    assertThat(state("2025-02-15").nextRenewal())
        .isEqualTo(new Charge(day("2025-02-28"), euros("12.99"), false));

    facts.add(at("2025-02-02T12:00:00Z", "earlier", priceFrom("15.99", "2025-02-28")));
    assertThat(state("2025-02-15").nextRenewal())
        .isEqualTo(new Charge(day("2025-02-28"), euros("15.99"), false));
  }

  @Test
  void theSoonerOfAgreedEndAndCancellationEndsIt() {
    facts.add(at("2025-02-01T12:00:00Z", "c", changed(EVERYTHING_NEW, "2025-02-01")));
    assertThat(state("2025-02-02").endsOn()).isEqualTo("2026-01-31");

    facts.add(cancelled("2025-02-03T12:00:00Z", "2025-12-31"));
    assertThat(state("2025-02-04").endsOn()).isEqualTo("2025-12-31");

    facts.add(cancelled("2025-02-05T12:00:00Z", "2026-12-31"));
    assertThat(state("2025-02-06").endsOn()).isEqualTo("2026-01-31");
  }

  @Test
  void resumingWhatIsNotPausedChangesNothing() {
    facts.add(
        at("2025-02-10T12:00:00Z", "r", new SubscriptionResumed(SubscriptionResumed.Anchor.NOW)));

    assertThat(state("2025-02-11").terms().billing().anchor()).isEqualTo("2025-01-31");
  }

  @Test
  void thePaymentThatWentThroughLastIsShown() {
    assertThat(state("2025-02-01").spending().lastPayment()).isNull();

    facts.add(at("2025-01-31T10:00:00Z", "p1", paid("p1", "12.99")));
    facts.add(at("2025-02-28T10:00:00Z", "p2", paid("p2", "13.99")));

    assertThat(state("2025-03-01").spending().lastPayment())
        .isEqualTo(
            new SubscriptionState.LastPayment(
                Instant.parse("2025-02-28T10:00:00Z"), euros("13.99")));
  }

  @Test
  void theViewChangesWhereABillingBegins() {
    facts.add(at("2025-02-01T12:00:00Z", "quiet", remindersAt()));
    Billing yearly =
        new Billing(new BillingPeriod(1, PeriodUnit.YEAR), day("2025-06-01"), MonthEnd.CLAMP);
    facts.add(at("2025-02-01T13:00:00Z", "b", billedFrom(yearly, "2025-02-20")));

    assertThat(nextTurn("2025-02-15")).isEqualTo("2025-02-20T00:00:00Z");
  }

  @Test
  void theViewChangesWhereAPauseEnds() {
    facts.add(at("2025-02-01T12:00:00Z", "quiet", remindersAt()));
    facts.add(at("2025-02-10T12:00:00Z", "p", new SubscriptionPaused(day("2025-03-10"))));

    assertThat(nextTurn("2025-02-15")).isEqualTo("2025-03-10T00:00:00Z");
  }

  @Test
  void theViewChangesAtTheEnd() {
    facts.add(at("2025-02-01T12:00:00Z", "quiet", remindersAt()));
    facts.add(cancelled("2025-02-10T12:00:00Z", "2025-02-20"));

    assertThat(nextTurn("2025-02-15")).isEqualTo("2025-02-20T00:00:00Z");
  }

  @Test
  void theViewChangesAtTheTrialsEnd() {
    facts.clear();
    facts.add(at("2025-01-10T12:00:00Z", "s", started("2025-01-10", "12.99", "2025-02-14")));
    facts.add(at("2025-01-10T13:00:00Z", "quiet", remindersAt()));

    assertThat(nextTurn("2025-01-15")).isEqualTo("2025-02-14T00:00:00Z");
  }

  private static Facets bare() {
    Facets full = monthly("2025-05-01", "15.99").facets();
    return new Facets(
        full.name(),
        null,
        null,
        full.price(),
        full.billing(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Fact cancelled(String time, String effectiveOn) {
    return at(time, "cancel " + time, new SubscriptionCancelled(day(effectiveOn), false));
  }

  private Instant nextTurn(String day) {
    return view(day).nextTurn().orElseThrow();
  }

  private DueDates dueDates(String day) {
    return view(day).dueDates().orElseThrow();
  }

  private SubscriptionState state(String day) {
    return view(day).state().orElseThrow();
  }

  private SubscriptionView view(String day) {
    return Derivation.derive(
        NETFLIX, FactLog.of(facts), Subscriber.of(List.of()), Instant.parse(day + "T12:00:00Z"));
  }

  private static Money euros(String value) {
    return Money.of(value, "EUR");
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
