package dev.perennial.domain.fold;

import static dev.perennial.domain.Facts.categoryFrom;
import static dev.perennial.domain.Facts.failed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static dev.perennial.domain.Facts.sharedFrom;
import static dev.perennial.domain.Facts.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.PeriodUnit;
import dev.perennial.domain.Price;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionReactivated;
import dev.perennial.domain.event.SubscriptionResumed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a subscription's run rate moved, day by day, as it is known today. */
class RunRateMovementsTest {

  private final Told told = new Told();

  @Test
  void aStartIsNewOnItsFirstDay() {
    told.start("2025-01-31");

    assertThat(movements("2025-03-01")).containsExactly("2025-01-01 NEW streaming 12.99 EUR");
  }

  @Test
  void beforeItsFirstDayAndInATrialItCostsNothing() {
    told.add("2025-01-10", "start", started("2025-01-31", "12.99", "2025-02-14"));

    assertThat(movements("2025-01-09")).isEmpty();
    assertThat(told.state("2025-01-09").spending().runRate()).isNull();
    assertThat(movements("2025-02-13")).isEmpty();
    assertThat(movements("2025-02-14")).containsExactly("2025-02-14 NEW streaming 12.99 EUR");
  }

  /** Its status says something else, but nothing is paid for yet. */
  @Test
  void aTrialThatIsCancelledOrWhosePaymentFailedStillCostsNothing() {
    told.add("2025-01-10", "start", started("2025-01-31", "12.99", "2025-02-14"));
    told.add("2025-01-11", "fails", failed("p1", "1.00"));
    assertThat(told.state("2025-01-12").status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(told.state("2025-01-12").spending().runRate()).isNull();

    told.add("2025-01-13", "cancel", new SubscriptionCancelled(null, true));
    assertThat(told.state("2025-01-14").status()).isEqualTo(SubscriptionStatus.CANCELLED);
    assertThat(told.state("2025-01-14").spending().runRate()).isNull();
    assertThat(movements("2025-03-01")).isEmpty();
  }

  @Test
  void aPriceAScheduleOrAShareExpandsOrContracts() {
    told.start("2025-01-31");
    told.add("2025-02-01", "more", priceFrom("15.00", "2025-02-10"));
    told.add("2025-02-02", "half", sharedFrom(1, 2, "2025-02-20"));
    told.add(
        "2025-02-03", "rarer", Told.billedFrom(3, PeriodUnit.MONTH, "2025-03-31", "2025-03-01"));

    assertThat(movements("2025-04-01"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR",
            "2025-02-10 EXPANSION streaming 2.01 EUR",
            "2025-02-20 CONTRACTION streaming 7.50 EUR",
            "2025-03-01 CONTRACTION streaming 5.00 EUR");
  }

  @Test
  void anotherCategoryOrCurrencyIsLeftAndEnteredWithAllOfIt() {
    told.start("2025-01-31");
    told.add("2025-02-01", "films", categoryFrom("films", "2025-02-10"));
    told.add(
        "2025-02-02",
        "francs",
        priceFrom(new Price(Price.Kind.FIXED, Money.of("13.00", "CHF")), "2025-02-20"));

    assertThat(movements("2025-04-01"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR",
            "2025-02-10 CONTRACTION streaming 12.99 EUR",
            "2025-02-10 EXPANSION films 12.99 EUR",
            "2025-02-20 CONTRACTION films 12.99 EUR",
            "2025-02-20 EXPANSION films 13.00 CHF");
  }

  @Test
  void aPauseChurnsAndWhatFollowsReactivates() {
    told.start("2025-01-31");
    told.add("2025-02-01", "pause", new SubscriptionPaused(null));
    told.add("2025-03-01", "resume", new SubscriptionResumed(SubscriptionResumed.Anchor.UNCHANGED));

    assertThat(movements("2025-02-15"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR", "2025-02-01 CHURN streaming 12.99 EUR");
    assertThat(movements("2025-04-01"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR",
            "2025-02-01 CHURN streaming 12.99 EUR",
            "2025-03-01 REACTIVATION streaming 12.99 EUR");
  }

  @Test
  void anEndChurnsOnItsDayAndNotBefore() {
    told.start("2025-01-31");
    told.add("2025-02-01", "cancel", new SubscriptionCancelled(null, true));

    assertThat(movements("2025-02-27")).hasSize(1);
    assertThat(movements("2025-02-28"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR", "2025-02-28 CHURN streaming 12.99 EUR");

    told.add("2025-03-05", "back", new SubscriptionReactivated());
    assertThat(movements("2025-03-05")).containsExactly("2025-01-01 NEW streaming 12.99 EUR");
  }

  @Test
  void whatIsFreeCostsNothing() {
    told.add("2025-01-01", "start", monthly("2025-01-31", "0.00"));
    told.add("2025-02-01", "now", priceFrom("5.00", "2025-02-10"));
    told.add("2025-02-02", "then", priceFrom("0.00", "2025-02-20"));

    assertThat(movements("2025-03-01"))
        .containsExactly(
            "2025-02-10 NEW streaming 5.00 EUR", "2025-02-20 CHURN streaming 5.00 EUR");
    assertThat(told.state("2025-03-01").spending().runRate()).isEqualTo(Told.euros("0.00"));
  }

  @Test
  void aPriceThatVariesCostsWhatItIsTakenToCostNow() {
    told.start("2025-01-31");
    told.add("2025-01-02", "varies", Told.price(Price.Kind.VARIABLE, "20.00"));
    told.add("2025-01-31", "e1", paid("p1", "30.00"));

    assertThat(movements("2025-02-01"))
        .containsExactly(
            "2025-01-01 NEW streaming 12.99 EUR", "2025-01-02 EXPANSION streaming 17.01 EUR");
  }

  @Test
  void withoutAStartNothingMoves() {
    told.add("2025-01-31", "e1", paid("p1", "30.00"));

    assertThat(told.view("2025-02-01").movements()).isEmpty();
  }

  private List<String> movements(String day) {
    return told.view(day).movements().stream()
        .map(
            each ->
                "%s %s %s %s %s"
                    .formatted(
                        each.day(),
                        each.kind(),
                        each.category(),
                        each.amount().value(),
                        each.amount().currency()))
        .toList();
  }
}
