package dev.perennial.ingest.reconciliation;

import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.Money;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/**
 * One receipt, as far as a reconciliation needs it.
 *
 * @param amount of a payment's event that has one
 */
record ReceivedEvent(
    String id,
    String type,
    ReceiptDocument.Status status,
    Instant receivedAt,
    @Nullable Money amount) {

  /**
   * Which of several contents under one id stands for it: one that counts before one that does not,
   * then the one that came last.
   */
  static final Comparator<ReceivedEvent> STANDS_FOR_ITS_ID =
      Comparator.comparingInt((ReceivedEvent event) -> rank(event.status))
          .thenComparing(ReceivedEvent::receivedAt);

  static ReceivedEvent of(Document receipt) {
    Document amount = receipt.get("amount", Document.class);
    return new ReceivedEvent(
        receipt.getString("eventId"),
        receipt.getString("type"),
        ReceiptDocument.Status.valueOf(receipt.getString("status")),
        receipt.getDate("receivedAt").toInstant(),
        amount == null ? null : money(amount));
  }

  private static Money money(Document amount) {
    return new Money(
        amount.get("value", Decimal128.class).bigDecimalValue(),
        Currency.getInstance(amount.getString("currency")));
  }

  private static int rank(ReceiptDocument.Status status) {
    return switch (status) {
      case APPLIED -> 3;
      case WAITING -> 2;
      case DEAD_LETTERED -> 1;
      case SUPERSEDED -> 0;
    };
  }

  String wireStatus() {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
