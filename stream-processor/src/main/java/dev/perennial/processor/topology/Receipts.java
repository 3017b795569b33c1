package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.processor.state.StoredFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Tells senders what became of their events. */
final class Receipts {

  private static final int LONGEST = 512;

  private Receipts() {}

  static ReceiptDocument of(
      SubscriberKey subscriber, StoredFact stored, FactStatus.Outcome outcome, int partition) {
    return new ReceiptDocument(
        subscriber,
        stored.fact().id(),
        stored.fact().digest(),
        EventType.of(stored.fact().data()).wireName(),
        status(outcome),
        null,
        stored.fact().receivedAt(),
        stored.offset(),
        partition);
  }

  /** The receipts of facts that are forgotten from now on, where they said something else. */
  static List<ReceiptDocument> ofForgotten(
      SubscriberKey subscriber, List<StoredFact> forgotten, int partition) {
    return forgotten.stream()
        .filter(stored -> stored.outcome() != FactStatus.Outcome.SUPERSEDED)
        .map(stored -> of(subscriber, stored, FactStatus.Outcome.SUPERSEDED, partition))
        .toList();
  }

  private static ReceiptDocument.Status status(FactStatus.Outcome outcome) {
    return switch (outcome) {
      case APPLIED -> ReceiptDocument.Status.APPLIED;
      case SUPERSEDED -> ReceiptDocument.Status.SUPERSEDED;
      case WAITING -> ReceiptDocument.Status.WAITING;
    };
  }

  /** The receipt of an event that was read and could not be folded. */
  static ReceiptDocument ofRefused(Event event, Origin origin, String reason) {
    return of(event, origin, ReceiptDocument.Status.DEAD_LETTERED, reason);
  }

  /** The receipt of an event that is of no life that is told of. */
  static ReceiptDocument ofForgotten(Event event, Origin origin) {
    return of(event, origin, ReceiptDocument.Status.SUPERSEDED, null);
  }

  static ReceiptDocument ofDeletion(Event event, Origin origin) {
    return of(event, origin, ReceiptDocument.Status.APPLIED, null);
  }

  private static ReceiptDocument of(
      Event event, Origin origin, ReceiptDocument.Status status, @Nullable String reason) {
    return new ReceiptDocument(
        event.subscriber(),
        event.fact().id(),
        event.fact().digest(),
        EventType.of(event.fact().data()).wireName(),
        status,
        reason,
        event.fact().receivedAt(),
        origin.offset(),
        origin.partition());
  }

  /** The receipt of what could not be read; null where its headers do not say whose it is. */
  static @Nullable ReceiptDocument ofUnreadable(Origin origin, String reason) {
    String tenant = header(origin, "ce_tenantid");
    String subscriber = header(origin, "ce_subscriberid");
    String source = header(origin, "ce_source");
    String id = header(origin, "ce_id");
    if (tenant == null || subscriber == null || source == null || id == null) {
      return null;
    }
    SubscriberKey key = new SubscriberKey(tenant, subscriber);
    if (!Arrays.equals(CompositeKey.of(key).getBytes(UTF_8), origin.key())) {
      return null;
    }
    String type = header(origin, "ce_type");
    return new ReceiptDocument(
        key,
        new EventId(source, id),
        Digests.of(origin.value()),
        type == null ? "unknown" : type,
        ReceiptDocument.Status.DEAD_LETTERED,
        reason,
        receivedAt(origin),
        origin.offset(),
        origin.partition());
  }

  private static Instant receivedAt(Origin origin) {
    String text = header(origin, "ce_receivedat");
    try {
      return text == null ? origin.appendTime() : Instant.parse(text);
    } catch (DateTimeException malformed) {
      return origin.appendTime();
    }
  }

  private static @Nullable String header(Origin origin, String name) {
    Header header = origin.headers().lastHeader(name);
    if (header == null || header.value() == null || header.value().length > LONGEST) {
      return null;
    }
    String text = new String(header.value(), UTF_8);
    boolean printable = text.codePoints().noneMatch(Character::isISOControl);
    return printable && !text.isBlank() ? text : null;
  }
}
