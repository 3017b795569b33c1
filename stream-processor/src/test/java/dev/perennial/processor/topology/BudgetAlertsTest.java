package dev.perennial.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.contracts.alert.AlertContent;
import dev.perennial.contracts.alert.AlertMessage;
import dev.perennial.contracts.alert.AlertRaised;
import dev.perennial.domain.Money;
import dev.perennial.domain.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Budgets through the topology. */
class BudgetAlertsTest {

  private static final Event STARTED =
      Facts.started("netflix", "2026-01-01T10:00:00Z", "2026-01-07", "12.00");
  private static final Event PAID = Facts.paid("netflix", "p1", "2026-01-01T12:00:00Z", "12.00");
  private static final Event TEN_EUROS = Wishes.budget("2026-01-01T00:00:00Z", "10.00");

  private final Pipeline pipeline = new Pipeline();

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void aBudgetIsToldOnTheTickBehindThePaymentThatExceedsItAndOnce() {
    pipeline.take(TEN_EUROS, STARTED).tick("2026-01-01T11:00:00Z");
    assertThat(said()).isEmpty();
    pipeline.take(PAID);
    assertThat(said()).isEmpty();

    pipeline.tick("2026-01-01T12:00:10Z");
    AlertRaised alert = (AlertRaised) pipeline.alerts().getFirst();
    assertThat(alert.fireAt()).isEqualTo(alert.raisedAt()).isEqualTo("2026-01-01T12:00:10Z");
    assertThat(((AlertContent.OfBudget) alert.content()).amount())
        .isEqualTo(Money.of("12.00", "EUR"));
    pipeline.tick("2026-01-01T12:00:20Z").tick("2026-01-02T12:00:00Z");
    assertThat(said()).isEmpty();
  }

  @Test
  void aBudgetThatCameBehindThePaymentIsToldAsWell() {
    pipeline.take(STARTED, PAID).tick("2026-01-01T12:00:10Z");
    pipeline.take(Wishes.budget("2026-01-01T13:00:00Z", "11.99")).tick("2026-01-01T13:00:10Z");

    assertThat(said()).containsExactly("budget.exceeded 2026-01-01");
  }

  @Test
  void anotherBudgetWithdrawsWhatWasSaidOfTheOldOne() {
    pipeline.take(TEN_EUROS, STARTED, PAID).tick("2026-01-01T12:00:10Z");
    assertThat(said()).hasSize(1);

    pipeline.take(Wishes.budget("2026-01-02T00:00:00Z", "11.00")).tick("2026-01-02T00:00:10Z");
    assertThat(said()).containsExactly("voided", "budget.exceeded 2026-01-01");
    pipeline.take(Wishes.budget("2026-01-03T00:00:00Z", null)).tick("2026-01-03T00:00:10Z");
    assertThat(said()).containsExactly("voided");
  }

  @Test
  void aRefundRecoversABudgetAndAnotherPaymentExceedsItAgain() {
    pipeline.take(TEN_EUROS, STARTED, PAID).tick("2026-01-01T12:00:10Z");
    assertThat(said()).containsExactly("budget.exceeded 2026-01-01");
    pipeline
        .take(Facts.refunded("netflix", "p1", "2026-01-02T12:00:00Z", "2.50"))
        .tick("2026-01-02T12:00:10Z");
    assertThat(said()).containsExactly("budget.recovered 2026-01-01");

    pipeline
        .take(Facts.paid("netflix", "p2", "2026-01-03T12:00:00Z", "1.00"))
        .tick("2026-01-03T12:00:10Z");
    AlertRaised again = (AlertRaised) ownAlerts().getFirst();
    assertThat(again.type()).isEqualTo("budget.exceeded");
    assertThat(again.revision()).isEqualTo(1);
  }

  @Test
  void withAHomeCurrencyABudgetCountsWhatWasConverted() {
    pipeline
        .take(STARTED, Wishes.budgetIn("USD", "2026-01-01T00:00:00Z", "10.00"), PAID)
        .tick("2026-01-01T12:00:10Z");
    assertThat(said()).as("in euro, and the home amounts are none").isEmpty();

    pipeline.take(Facts.thinksIn("EUR", "2026-01-01T01:00:00Z")).tick("2026-01-01T12:00:20Z");
    assertThat(said()).containsExactly("budget.exceeded 2026-01-01");
  }

  @Test
  void afterAnOutageABudgetIsCaughtUpUntilSixDaysBehindItsPeriod() {
    pipeline.take(TEN_EUROS, STARTED).tick("2026-01-01T11:00:00Z");
    pipeline.take(PAID).tick(Instant.parse("2026-02-06T23:00:00Z"), Duration.ofDays(1));
    assertThat(said()).as("the clock jumped").isEmpty();

    pipeline.tick("2026-02-06T23:59:59Z");
    assertThat(said()).containsExactly("budget.exceeded 2026-01-01");

    Pipeline late = new Pipeline();
    late.take(TEN_EUROS, STARTED, PAID).tick("2026-02-07T00:00:00Z");
    assertThat(Said.own(late.alerts())).isEmpty();
    late.close();
  }

  @Test
  void inQuietHoursABudgetWaitsForTheirEnd() {
    pipeline
        .take(TEN_EUROS, Wishes.quiet("2026-01-01T00:00:01Z", "11:00", "15:00"), STARTED, PAID)
        .tick("2026-01-01T12:00:10Z")
        .tick("2026-01-01T14:59:59Z");
    assertThat(said()).isEmpty();

    pipeline.tick("2026-01-01T15:00:00Z");
    assertThat(said()).containsExactly("budget.exceeded 2026-01-01");
  }

  @Test
  void aSubscriptionThatIsErasedCountsNoMore() {
    pipeline.take(TEN_EUROS, STARTED, PAID).tick("2026-01-01T12:00:10Z");
    assertThat(said()).hasSize(1);

    pipeline.take(Facts.deleted("netflix", "2026-01-02T00:00:00Z")).tick("2026-01-02T00:00:10Z");
    assertThat(said()).containsExactly("budget.recovered 2026-01-01");
  }

  private List<String> said() {
    return Said.inWords(pipeline.alerts());
  }

  /** What was said since the last look. */
  private List<AlertMessage> ownAlerts() {
    return Said.own(pipeline.alerts());
  }
}
