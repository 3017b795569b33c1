package dev.perennial.domain.alert;

import static dev.perennial.domain.Facts.alertsAt;
import static dev.perennial.domain.Facts.changed;
import static dev.perennial.domain.Facts.monthly;
import static dev.perennial.domain.Facts.paid;
import static dev.perennial.domain.Facts.priceFrom;
import static dev.perennial.domain.Facts.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.Price;
import dev.perennial.domain.charge.AnnouncedCharge;
import dev.perennial.domain.event.ChargeAnnounced;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.Facets;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.SubscriptionCancelled;
import dev.perennial.domain.event.SubscriptionPaused;
import dev.perennial.domain.event.SubscriptionResumed;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Payments that nobody expected, and payments that came twice. */
class UnexpectedPaymentsTest {

  private static final String DAY = "2025-02-28";
  private static final String NOON = "2025-02-28T12:00:00Z";

  private final Ticked told = new Ticked();

  private void costs(String euros) {
    told.belongsTo(alertsAt("UTC", "09:00"));
    told.add("2025-01-01", monthly("2025-01-31", euros));
  }

  private List<String> paidAndTold(String euros) {
    told.add(DAY, paid("p1", euros));
    return told.tick(NOON);
  }

  @Test
  void fivePercentMoreIsNoNewsAndACentMoreIs() {
    costs("10.00");
    assertThat(paidAndTold("10.50")).isEmpty();
    assertThat(paidAndTold("10.51"))
        .containsExactly("payment.unexpected 2025-02-28 0/0 10.51 p1 due 10.00");
    assertThat(told.last().fireAt()).isEqualTo(NOON);
    assertThat(told.tick("2025-02-28T12:00:01Z")).isEmpty();
  }

  @Test
  void fivePercentLessIsNoNewsAndACentLessIs() {
    costs("10.00");
    assertThat(paidAndTold("9.50")).isEmpty();
    assertThat(paidAndTold("9.49"))
        .containsExactly("payment.unexpected 2025-02-28 0/0 9.49 p1 due 10.00");
  }

  @Test
  void anythingIsMoreThanNothing() {
    costs("0.00");
    assertThat(paidAndTold("0.00")).isEmpty();
    assertThat(paidAndTold("0.01"))
        .containsExactly("payment.unexpected 2025-02-28 0/0 0.01 p1 due 0.00");
  }

  @Test
  void whatVariesIsExpectedOnlyOnceItIsAnnounced() {
    costs("10.00");
    told.add("2025-01-02", varies("10.00"));
    assertThat(paidAndTold("99.00")).isEmpty();

    told.add(
        "2025-02-20",
        new ChargeAnnounced(new AnnouncedCharge(Ticked.day(DAY), Money.of("50.00", "EUR"))));
    assertThat(told.tick("2025-02-28T13:00:00Z"))
        .containsExactly("payment.unexpected 2025-02-28 0/0 99.00 p1 due 50.00");
  }

  @Test
  void amountsOfTwoCurrenciesAreNotCompared() {
    costs("10.00");
    told.add(DAY, new PaymentSucceeded("p1", Money.of("99.00", "USD"), null));
    told.add(DAY, paid("p2", "10.50"));
    assertThat(told.tick(NOON)).isEmpty();

    told.add(DAY, paid("p3", "0.01"));
    assertThat(told.tick(NOON))
        .containsExactly("payment.unexpected 2025-02-28 0/0 0.01 p3 due 10.00");
  }

  @Test
  void severalTogetherMayPayFivePercentMore() {
    costs("10.00");
    told.add(DAY, paid("p1", "9.60"));
    told.add(DAY, paid("p2", "0.90"));
    assertThat(told.tick(NOON)).isEmpty();

    told.add(DAY, paid("p3", "0.01"));
    assertThat(told.tick(NOON))
        .containsExactly("payment.unexpected 2025-02-28 0/0 0.01 p3 due 10.00");
  }

  @Test
  void aLaterOneThatIsLessIsNoSurprise() {
    costs("10.00");
    told.add(DAY, paid("p1", "5.00"));
    told.add(DAY, paid("p2", "1.00"));

    assertThat(told.tick(NOON))
        .containsExactly("payment.unexpected 2025-02-28 0/0 5.00 p1 due 10.00");
  }

  @Test
  void theSameAmountAgainIsADuplicateAndStillCountsForTheNext() {
    costs("10.00");
    told.add(DAY, paid("p1", "10.00"));
    told.add(DAY, paid("p2", "10.00"));
    told.add(DAY, paid("p3", "0.20"));
    told.add(DAY, paid("p4", "10.00"));

    assertThat(told.tick(NOON))
        .containsExactly(
            "payment.unexpected 2025-02-28 0/0 0.20 p3 due 10.00",
            "payment.duplicate 2025-02-28 0/0 10.00 p2 again p1",
            "payment.duplicate 2025-02-28 0/0 10.00 p4 again p1");
  }

  @Test
  void aDuplicateIsWithdrawnWhereEitherIsRefundedInFull() {
    costs("10.00");
    told.add(DAY, paid("p1", "10.00"));
    told.add(DAY, paid("p2", "10.00"));
    told.add("2025-02-27", paid("p0", "3.00"));
    told.add("2025-02-27", refunded("p0", "r0", "3.00"));
    assertThat(told.tick(NOON))
        .containsExactly("payment.duplicate 2025-02-28 0/0 10.00 p2 again p1");

    told.add("2025-03-01", "back", refunded("p2", "r", "9.99"));
    assertThat(told.tick("2025-03-01T13:00:00Z")).isEmpty();
    told.add("2025-03-01", "rest", refunded("p2", "r2", "0.01"));
    assertThat(told.tick("2025-03-01T14:00:00Z")).containsExactly("voided");
  }

  @Test
  void whereTheFirstIsRefundedTheSecondIsTheFirst() {
    costs("10.00");
    told.add(DAY, paid("p1", "10.00"));
    told.add(DAY, paid("p2", "10.00"));
    told.tick(NOON);
    told.add("2025-03-01", refunded("p1", "r", "10.00"));

    assertThat(told.tick("2025-03-01T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void aDuplicateNeedsNoPriceToCompareWith() {
    costs("10.00");
    told.add("2025-01-02", varies("10.00"));
    told.add(DAY, paid("p1", "31.00"));
    told.add(DAY, paid("p2", "31.00"));
    told.add(DAY, paid("p3", "30.00"));

    assertThat(told.tick(NOON))
        .containsExactly("payment.duplicate 2025-02-28 0/0 31.00 p2 again p1");
  }

  @Test
  void whereAnotherAmountWasDueItIsToldAnew() {
    costs("10.00");
    assertThat(paidAndTold("20.00")).hasSize(1);
    told.add("2025-03-01", priceFrom("12.00", "2025-02-01"));
    assertThat(told.tick("2025-03-01T13:00:00Z"))
        .containsExactly("voided", "payment.unexpected 2025-02-28 0/0 20.00 p1 due 12.00");

    told.add("2025-03-02", priceFrom("20.00", "2025-02-01"));
    assertThat(told.tick("2025-03-02T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void whatWasReportedWronglyOrRefundedIsWithdrawn() {
    costs("10.00");
    assertThat(paidAndTold("20.00")).hasSize(1);
    told.add("2025-03-01", new PaymentCorrected("p1", Money.of("10.00", "EUR"), null));
    assertThat(told.tick("2025-03-01T13:00:00Z")).containsExactly("voided");

    told.add("2025-03-02", new PaymentCorrected("p1", Money.of("30.00", "EUR"), null));
    assertThat(told.tick("2025-03-02T13:00:00Z")).hasSize(1);
    told.add("2025-03-03", refunded("p1", "r", "30.00"));
    assertThat(told.tick("2025-03-03T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void whoIsPausedIsNotExpectedToPay() {
    costs("10.00");
    told.add("2025-02-01", new SubscriptionPaused(null));
    told.add("2025-02-27", paid("p1", "10.00"));
    assertThat(told.tick("2025-02-27T12:00:00Z"))
        .containsExactly("payment.unexpected 2025-02-27 0/0 10.00 p1");

    told.add("2025-02-27", refunded("p1", "r", "10.00"));
    assertThat(told.tick("2025-02-27T13:00:00Z")).containsExactly("voided");
  }

  @Test
  void nothingIsExpectedFromTheEndOn() {
    costs("10.00");
    told.add("2025-02-20", new SubscriptionCancelled(Ticked.day("2025-02-20"), false));
    told.add("2025-02-19", paid("p0", "10.00"));
    told.add("2025-02-20", paid("p1", "10.00"));

    assertThat(told.tick("2025-02-20T12:00:00Z"))
        .containsExactly(
            "payment.unexpected 2025-02-20 0/0 10.00 p1",
            "subscription.ended 2025-02-20 0/0 10.00");
  }

  @Test
  void whatOnlyBelongsToNoDueDateIsNoSurprise() {
    costs("10.00");
    told.add("2025-02-01", new SubscriptionPaused(null));
    told.add("2025-02-20", new SubscriptionResumed(SubscriptionResumed.Anchor.UNCHANGED));
    told.add("2025-01-05", paid("p1", "10.00"));

    assertThat(told.tick("2025-01-05T12:00:00Z")).isEmpty();
    assertThat(told.tick("2025-02-21T09:00:00Z")).isEmpty();
  }

  @Test
  void itIsToldForSixDays() {
    costs("10.00");
    told.add(DAY, paid("p1", "20.00"));
    told.add(DAY, paid("p2", "20.00"));

    assertThat(told.tick("2025-03-06T23:59:59Z")).hasSize(2);
    told.forgetWhatWasSaid();
    assertThat(told.tick("2025-03-07T00:00:00Z")).isEmpty();
  }

  @Test
  void aTickLooksForWhatTheClockHasNotReached() {
    costs("10.00");
    told.add(DAY, paid("p1", "20.00"));

    assertThat(told.tick("2025-02-28T11:59:00Z")).isEmpty();
    assertThat(told.nextMoment("2025-02-28T11:59:00Z")).contains(Instant.parse(NOON));
    assertThat(told.nextMoment(NOON)).contains(Instant.parse("2025-04-05T09:00:00Z"));
  }

  private static EventData varies(String euros) {
    Price price = new Price(Price.Kind.VARIABLE, Money.of(euros, "EUR"));
    return changed(
        new Facets(null, null, null, price, null, null, null, null, null, null, null, null, null),
        "2025-01-01");
  }
}
