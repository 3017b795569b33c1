package dev.perennial.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Facts;
import dev.perennial.domain.Money;
import dev.perennial.domain.charge.AnnouncedCharge;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void everyTypeIsFoundByItsName() {
    for (EventType type : EventType.values()) {
      assertThat(EventType.byName(type.wireName())).contains(type);
    }
    assertThat(EventType.byName("subscription.exploded")).isEmpty();
  }

  @Test
  void everyKindOfDataHasATypeOfItsOwn() {
    List<EventData> kinds =
        List.of(
            Facts.monthly("2025-01-31", "1.00"),
            Facts.priceFrom("1.00", null),
            new SubscriptionPaused(null),
            new SubscriptionResumed(SubscriptionResumed.Anchor.NOW),
            new SubscriptionCancelled(null, false),
            new SubscriptionReactivated(),
            new ChargeAnnounced(
                new AnnouncedCharge(LocalDate.of(2025, 1, 31), Money.of("1.00", "EUR"))),
            Facts.paid("p", "1.00"),
            Facts.failed("p", "1.00"),
            Facts.refunded("p", "r", "1.00"),
            new PaymentCorrected("p", Money.of("1.00", "EUR"), null),
            new PaymentVoided("p"),
            new SubscriptionDeleted(),
            new AlertAcknowledged("a"),
            new AlertSnoozed("a", LocalDate.of(2025, 1, 31)),
            new SubscriberDeleted(),
            Facts.livesIn("UTC"),
            Facts.tenantIn("EUR", null),
            Facts.rates("EUR", "2025-01-31", Map.of("USD", "1.1")));

    assertThat(kinds.stream().map(EventType::of)).containsExactly(EventType.values());
    assertThat(EventType.of(new ChangeWithdrawn("e"))).isEqualTo(EventType.SUBSCRIPTION_CHANGED);
  }
}
