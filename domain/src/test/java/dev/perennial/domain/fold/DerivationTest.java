package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.NETFLIX;
import static dev.perennial.domain.Facts.at;
import static dev.perennial.domain.Facts.categoryFrom;
import static dev.perennial.domain.Facts.changed;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.livesIn;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static dev.perennial.domain.Facts.refunded;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import dev.perennial.domain.total.Contribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DerivationTest {

  private static final Fact START =
      at("2025-01-10T12:00:00Z", "start", monthly("2025-01-31", "12.99"));

  @Test
  void withoutAStartThereIsNoSubscriptionAndPaymentsWait() {
    SubscriptionView view = view("2025-03-01", at("2025-02-01T10:00:00Z", "p", paid("p1", "9.99")));

    assertThat(view.state()).isEmpty();
    assertThat(view.facts()).extracting(FactStatus::outcome).containsExactly(WAITING);
    assertThat(view.contributions())
        .containsExactly(contribution("2025-02-01", "uncategorised", "9.99"));
  }

  @Test
  void aChangeThatSaysEverythingIsStillNoStart() {
    Fact change =
        at(
            "2025-02-01T10:00:00Z",
            "c",
            changed(monthly("2025-01-31", "12.99").facets(), "2025-02-01"));

    SubscriptionView view = view("2025-03-01", change);

    assertThat(view.state()).isEmpty();
    assertThat(view.facts()).extracting(FactStatus::outcome).containsExactly(WAITING);
  }

  @Test
  void theNextRenewalIsCountedFromTheAnchor() {
    assertThat(renewal(state("2025-02-15", START))).isEqualTo("2025-02-28");
    assertThat(renewal(state("2025-03-01", START))).isEqualTo("2025-03-31");
    assertThat(renewal(state("2025-03-31", START))).isEqualTo("2025-03-31");
  }

  @Test
  void aTrialsEndIsTheAnchor() {
    Fact trial = at("2025-01-17T12:00:00Z", "start", started("2025-01-17", "12.99", "2025-01-31"));

    assertThat(state("2025-01-20", trial).status()).isEqualTo(SubscriptionStatus.TRIALING);
    assertThat(renewal(state("2025-01-20", trial))).isEqualTo("2025-01-31");
    assertThat(renewal(state("2025-02-01", trial))).isEqualTo("2025-02-28");
    assertThat(state("2025-01-31", trial).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void aPriceRiseAheadIsTheNextRenewalsAmountOnlyFromItsDay() {
    Fact rise = at("2025-02-01T12:00:00Z", "rise", priceFrom("14.99", "2025-03-15"));

    assertThat(amount(state("2025-02-15", START, rise))).isEqualTo("12.99");
    assertThat(amount(state("2025-03-01", START, rise))).isEqualTo("14.99");
    assertThat(state("2025-03-01", START, rise).terms().price().amount().value())
        .hasToString("12.99");
  }

  @Test
  void aPauseSkipsDueDatesAndAnUnchangedAnchorKeepsTheOldOnes() {
    Fact pause = at("2025-04-10T12:00:00Z", "pause", new SubscriptionPaused(null));
    Fact resume =
        at(
            "2025-06-10T12:00:00Z",
            "resume",
            new SubscriptionResumed(SubscriptionResumed.Anchor.UNCHANGED));

    assertThat(state("2025-05-01", START, pause).status()).isEqualTo(SubscriptionStatus.PAUSED);
    assertThat(state("2025-05-01", START, pause).nextRenewal()).isNull();
    assertThat(renewal(state("2025-06-11", START, pause, resume))).isEqualTo("2025-06-30");
  }

  @Test
  void resumingWithANewAnchorCountsFromThatDay() {
    Fact pause = at("2025-04-10T12:00:00Z", "pause", new SubscriptionPaused(null));
    Fact resume =
        at(
            "2025-06-10T12:00:00Z",
            "resume",
            new SubscriptionResumed(SubscriptionResumed.Anchor.NOW));

    assertThat(renewal(state("2025-06-10", START, pause, resume))).isEqualTo("2025-07-10");
  }

  @Test
  void aPauseWithAnEndShowsTheRenewalBehindIt() {
    Fact pause =
        at("2025-04-10T12:00:00Z", "pause", new SubscriptionPaused(LocalDate.parse("2025-06-15")));

    SubscriptionState state = state("2025-04-11", START, pause);

    assertThat(state.resumesOn()).isEqualTo("2025-06-15");
    assertThat(renewal(state)).isEqualTo("2025-06-30");
  }

  @Test
  void aCancellationAtThePeriodsEndRunsUntilTheNextDueDate() {
    Fact cancel = at("2025-03-05T12:00:00Z", "cancel", new SubscriptionCancelled(null, true));

    SubscriptionState running = state("2025-03-10", START, cancel);

    assertThat(running.status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(running.endsOn()).isEqualTo("2025-03-31");
    assertThat(running.nextRenewal()).isNull();
    assertThat(state("2025-03-31", START, cancel).status()).isEqualTo(SubscriptionStatus.ENDED);
  }

  @Test
  void anImmediateOrDatedCancellationEndsOnItsDayAndCanBeTakenBack() {
    Fact now = at("2025-03-05T12:00:00Z", "cancel", new SubscriptionCancelled(null, false));
    Fact dated =
        at(
            "2025-03-06T12:00:00Z",
            "dated",
            new SubscriptionCancelled(LocalDate.parse("2025-06-01"), false));
    Fact back = at("2025-03-07T12:00:00Z", "back", new SubscriptionReactivated());

    assertThat(state("2025-03-05", START, now).status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(state("2025-03-06", START, now, dated).endsOn()).isEqualTo("2025-06-01");
    assertThat(state("2025-03-08", START, now, dated, back).status())
        .isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  void aStartUnderTheSameIdBeginsANewLife() {
    Fact cancel = at("2025-03-05T12:00:00Z", "cancel", new SubscriptionCancelled(null, false));
    Fact again = at("2025-05-01T12:00:00Z", "again", monthly("2025-05-01", "15.99"));

    SubscriptionState state = state("2025-05-02", START, cancel, again);

    assertThat(state.status()).isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(renewal(state)).isEqualTo("2025-06-01");
    assertThat(amount(state)).isEqualTo("15.99");
  }

  @Test
  void aFailedNewestPaymentIsPastDueUntilOneGoesThrough() {
    Fact fails = at("2025-01-31T10:00:00Z", "f", failed("p1", "12.99"));
    Fact succeeds = at("2025-02-02T10:00:00Z", "s", paid("p1", "12.99"));

    assertThat(state("2025-02-01", START, fails).status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(state("2025-02-03", START, fails, succeeds).status())
        .isEqualTo(SubscriptionStatus.ACTIVE);
    assertThat(view("2025-02-03", START, fails).contributions()).isEmpty();
  }

  @Test
  void aRefundIsSubtractedOnItsPaymentsDayAndWaitsForIt() {
    Fact payment = at("2025-01-31T10:00:00Z", "p", paid("p1", "12.99"));
    Fact refund = at("2025-03-02T10:00:00Z", "r", refunded("p1", "r1", "5.00"));

    assertThat(view("2025-03-03", START, refund).facts().getLast().outcome()).isEqualTo(WAITING);
    assertThat(view("2025-03-03", START, payment, refund).contributions())
        .containsExactly(
            contribution("2025-01-31", "streaming", "12.99"),
            contribution("2025-01-31", "streaming", "-5.00"));
    assertThat(view("2025-03-03", START, payment, refund).payments().getFirst().status())
        .isEqualTo(Payment.Status.PARTIALLY_REFUNDED);
  }

  @Test
  void aWholeRefundSaysSo() {
    Fact payment = at("2025-01-31T10:00:00Z", "p", paid("p1", "12.99"));
    Fact refund = at("2025-03-02T10:00:00Z", "r", refunded("p1", "r1", "12.99"));

    assertThat(view("2025-03-03", START, payment, refund).payments().getFirst().status())
        .isEqualTo(Payment.Status.REFUNDED);
  }

  @Test
  void theCategoryIsThatOfThePaymentsDay() {
    Fact before = at("2025-01-31T10:00:00Z", "p1", paid("p1", "12.99"));
    Fact after = at("2025-02-28T10:00:00Z", "p2", paid("p2", "12.99"));
    Fact moved = at("2025-02-01T10:00:00Z", "c", categoryFrom("fun", "2025-02-10"));

    assertThat(view("2025-03-03", START, before, after, moved).payments())
        .extracting(Payment::category)
        .containsExactly("streaming", "fun");
  }

  @Test
  void ofTwoFactsUnderOneIdTheLastInOrderCounts() {
    Fact first = at("2025-01-31T10:00:00Z", "p", paid("p1", "12.99"));
    Fact second = at("2025-01-31T11:00:00Z", "p", paid("p1", "13.99"));

    SubscriptionView view = view("2025-02-01", START, second, first);

    assertThat(view.facts()).extracting(FactStatus::outcome).contains(SUPERSEDED);
    assertThat(view.contributions())
        .containsExactly(contribution("2025-01-31", "streaming", "13.99"));
  }

  @Test
  void movingHouseRestatesNoOldPayment() {
    Fact payment = at("2025-01-31T12:30:00Z", "p", paid("p1", "12.99"));
    Subscriber moved =
        Subscriber.of(
            List.of(
                at("2025-01-01T00:00:00Z", "z1", livesIn("Europe/Vienna")),
                at("2025-02-15T00:00:00Z", "z2", livesIn("Pacific/Auckland"))));

    SubscriptionView view =
        Derivation.derive(
            NETFLIX,
            FactLog.of(List.of(START, payment)),
            moved,
            Instant.parse("2025-02-20T00:00:00Z"));

    assertThat(view.payments().getFirst().paidOn()).isEqualTo("2025-01-31");
    assertThat(view.state().orElseThrow().zone()).hasToString("Pacific/Auckland");
  }

  @Test
  void theNextTurnIsTheNextDayOnWhichSomethingChanges() {
    Fact rise = at("2025-02-01T12:00:00Z", "rise", priceFrom("14.99", "2025-02-16"));

    assertThat(view("2025-02-15", START).nextTurn())
        .contains(Instant.parse("2025-03-01T00:00:00Z"));
    assertThat(view("2025-02-15", START, rise).nextTurn())
        .contains(Instant.parse("2025-02-16T00:00:00Z"));
    assertThat(view("2025-02-28", START).nextTurn())
        .contains(Instant.parse("2025-03-01T00:00:00Z"));
  }

  private static final FactStatus.Outcome WAITING = FactStatus.Outcome.WAITING;
  private static final FactStatus.Outcome SUPERSEDED = FactStatus.Outcome.SUPERSEDED;

  private static SubscriptionView view(String day, Fact... facts) {
    return Derivation.derive(
        NETFLIX,
        FactLog.of(List.of(facts)),
        Subscriber.of(List.of()),
        Instant.parse(day + "T12:00:00Z"));
  }

  private static SubscriptionState state(String day, Fact... facts) {
    return view(day, facts).state().orElseThrow();
  }

  private static String renewal(SubscriptionState state) {
    return state.nextRenewal() == null ? "none" : state.nextRenewal().dueOn().toString();
  }

  private static String amount(SubscriptionState state) {
    return state.nextRenewal() == null
        ? "none"
        : state.nextRenewal().amount().value().toPlainString();
  }

  private static Contribution contribution(String day, String category, String euros) {
    return Contribution.of(LocalDate.parse(day), category, Money.of(euros, "EUR"));
  }
}
