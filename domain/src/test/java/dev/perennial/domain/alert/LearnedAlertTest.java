package dev.perennial.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearnedAlertTest {

  private static final LocalDate DAY = LocalDate.parse("2026-01-31");

  private static final Instant AT = Instant.parse("2026-01-24T09:00:00Z");

  @Test
  void whatWasRaisedShouldStandInItsSlot() {
    RaisedAlerts memory = renewal(0, "a").addedTo(RaisedAlerts.none());

    assertThat(memory.slots())
        .isEqualTo(
            Map.of(
                new RaisedAlerts.Slot(AlertType.RENEWAL_UPCOMING, DAY, 7, ""),
                new RaisedAlerts.Raised(0, true, "a", "", AT)));
  }

  @Test
  void whatWasVoidedShouldLeaveItsSlotToTheNextRevision() {
    RaisedAlerts memory = LearnedAlert.voided(renewal(0, "a").addedTo(RaisedAlerts.none()), "a");

    assertThat(memory.slots().values())
        .containsExactly(new RaisedAlerts.Raised(1, false, "a", "", AT));
    assertThat(renewal(1, "b").addedTo(memory).slots().values())
        .containsExactly(new RaisedAlerts.Raised(1, true, "b", "", AT));
  }

  @Test
  void aVoidOfWhatDoesNotStandShouldChangeNothing() {
    RaisedAlerts memory = LearnedAlert.voided(renewal(0, "a").addedTo(RaisedAlerts.none()), "a");

    assertThat(LearnedAlert.voided(memory, "a")).isSameAs(memory);
    assertThat(LearnedAlert.voided(memory, "other")).isSameAs(memory);
  }

  @Test
  void paymentsAndPricesShouldBeToldApartAsTheyAreWhenRaisedHere() {
    Money before = Money.of("9.00", "EUR");
    Money after = Money.of("12.00", "EUR");
    RaisedAlerts memory =
        new LearnedAlert(AlertType.PRICE_CHANGED, DAY, 7, 0, "p", after, before, null, null, AT)
            .addedTo(
                new LearnedAlert(
                        AlertType.PAYMENT_FAILED, DAY, 0, 0, "f", after, null, "pay-1", null, AT)
                    .addedTo(RaisedAlerts.none()));

    assertThat(memory.slots())
        .containsEntry(
            new RaisedAlerts.Slot(AlertType.PAYMENT_FAILED, DAY, 0, "pay-1"),
            new RaisedAlerts.Raised(0, true, "f", "", AT))
        .containsEntry(
            new RaisedAlerts.Slot(AlertType.PRICE_CHANGED, DAY, 7, ""),
            new RaisedAlerts.Raised(
                0, true, "p", Occasion.priceChange(DAY, before, after).content(), AT));
  }

  private static LearnedAlert renewal(int revision, String id) {
    return new LearnedAlert(
        AlertType.RENEWAL_UPCOMING,
        DAY,
        7,
        revision,
        id,
        Money.of("1.00", "EUR"),
        null,
        null,
        null,
        AT);
  }
}
