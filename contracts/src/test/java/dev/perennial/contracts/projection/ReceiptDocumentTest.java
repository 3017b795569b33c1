package dev.perennial.contracts.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perennial.domain.Money;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.PaymentFailed;
import dev.perennial.domain.event.PaymentRefunded;
import dev.perennial.domain.event.PaymentSucceeded;
import dev.perennial.domain.event.PaymentVoided;
import dev.perennial.domain.event.SubscriptionReactivated;
import java.time.Instant;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class ReceiptDocumentTest {

  private static final Money THREE = Money.of("3", "EUR");

  @Test
  void aPaymentsEventHasItsAmountAsItWasSent() {
    BsonDocument amount = content(new PaymentRefunded("p1", "r1", THREE)).getDocument("amount");

    assertThat(amount.getDecimal128("value").getValue()).hasToString("3.00");
    assertThat(amount.getString("currency").getValue()).isEqualTo("EUR");
    assertThat(content(new PaymentSucceeded("p1", THREE, null))).containsKey("amount");
    assertThat(content(new PaymentFailed("p1", THREE, null))).containsKey("amount");
  }

  @Test
  void whatMovesNoMoneyHasNone() {
    assertThat(content(new PaymentVoided("p1"))).doesNotContainKey("amount");
    assertThat(content(new SubscriptionReactivated())).doesNotContainKey("amount");
  }

  private static BsonDocument content(EventData data) {
    return new ReceiptDocument(
            "acme",
            "alice",
            new EventId("/bank", "evt-1"),
            "d",
            "payment.refunded",
            ReceiptDocument.Status.APPLIED,
            null,
            ReceiptDocument.amountOf(data),
            Instant.EPOCH,
            5,
            3)
        .content();
  }
}
