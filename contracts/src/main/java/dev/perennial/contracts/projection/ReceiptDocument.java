package dev.perennial.contracts.projection;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.Money;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.PaymentAttempt;
import dev.perennial.domain.event.PaymentCorrected;
import dev.perennial.domain.event.PaymentRefunded;
import java.time.Instant;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event.
 *
 * @param subscriberId null for reference data, which belongs to none
 * @param digest of the event's content; of a record that could not be read, of its value's bytes
 * @param type the event's type, as its sender named it
 * @param reason a stable code, where the event was dead-lettered
 * @param amount as it was sent, of a payment's event that has one; null where it could not be read
 * @param offset of the event on its topic
 */
public record ReceiptDocument(
    String tenantId,
    @Nullable String subscriberId,
    EventId event,
    String digest,
    String type,
    Status status,
    @Nullable String reason,
    @Nullable Money amount,
    Instant receivedAt,
    long offset,
    int sourcePartition)
    implements ProjectionDocument {

  /** What became of an event. */
  public enum Status {
    APPLIED,
    /** Another event under the same source and id counts instead. */
    SUPERSEDED,
    /** It is about something that has not come yet. */
    WAITING,
    DEAD_LETTERED
  }

  /** Of an event of a subscriber, without an amount. */
  public ReceiptDocument(
      SubscriberKey subscriber,
      EventId event,
      String digest,
      String type,
      Status status,
      @Nullable String reason,
      Instant receivedAt,
      long offset,
      int sourcePartition) {
    this(
        subscriber.tenantId(),
        subscriber.subscriberId(),
        event,
        digest,
        type,
        status,
        reason,
        null,
        receivedAt,
        offset,
        sourcePartition);
  }

  /** The amount of an event that tells of a payment; null of all others, and of one voided. */
  public static @Nullable Money amountOf(EventData data) {
    return switch (data) {
      case PaymentAttempt attempt -> attempt.amount();
      case PaymentRefunded refunded -> refunded.amount();
      case PaymentCorrected corrected -> corrected.amount();
      default -> null;
    };
  }

  @Override
  public Projection projection() {
    return Projection.RECEIPTS;
  }

  @Override
  public String id() {
    return subscriberId == null
        ? CompositeKey.of(tenantId, event.source(), event.id(), digest)
        : CompositeKey.of(tenantId, subscriberId, event.source(), event.id(), digest);
  }

  @Override
  public BsonDocument content() {
    DocumentBuilder document =
        new DocumentBuilder()
            .text("tenantId", tenantId)
            .text("subscriberId", subscriberId)
            .text("source", event.source())
            .text("eventId", event.id())
            .text("digest", digest)
            .text("type", type)
            .text("status", status.name())
            .text("reason", reason);
    if (amount != null) {
      document.amount("amount", amount);
    }
    return document
        .instant("receivedAt", receivedAt)
        .number("offset", offset)
        .number("sourcePartition", sourcePartition)
        .build();
  }
}
