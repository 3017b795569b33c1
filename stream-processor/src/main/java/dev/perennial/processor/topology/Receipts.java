package dev.perennial.processor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.projection.ReceiptDocument;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.fold.FactStatus;
import dev.perennial.processor.state.StoredFact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Tells senders what became of their events. */
final class Receipts {

  private static final int LONGEST = 512;

  /** Each partition has a copy of reference data, and its sender is told once. */
  private static final int TELLS_OF_REFERENCES = 0;

  private static final String TENANT = "ce_tenantid";

  private Receipts() {}

  /**
   * @param stored with what is told of it
   */
  static ReceiptDocument of(SubscriberKey subscriber, StoredFact stored, int partition) {
    return of(subscriber, stored, requireNonNull(stored.outcome()), partition);
  }

  static ReceiptDocument of(
      SubscriberKey subscriber, StoredFact stored, FactStatus.Outcome outcome, int partition) {
    return of(
        subscriber.tenantId(),
        subscriber.subscriberId(),
        stored.fact(),
        status(outcome),
        null,
        stored.offset(),
        partition);
  }

  private static ReceiptDocument of(
      String tenantId,
      @Nullable String subscriberId,
      Fact fact,
      ReceiptDocument.Status status,
      @Nullable String reason,
      long offset,
      int partition) {
    return new ReceiptDocument(
        tenantId,
        subscriberId,
        fact.id(),
        fact.digest(),
        EventType.of(fact.data()).wireName(),
        status,
        reason,
        ReceiptDocument.amountOf(fact.data()),
        fact.receivedAt(),
        offset,
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

  /** Of reference data; empty where another partition tells of it. */
  static Optional<ReceiptDocument> ofReference(String tenantId, StoredFact stored, int partition) {
    if (partition != TELLS_OF_REFERENCES) {
      return Optional.empty();
    }
    return Optional.of(
        of(
            tenantId,
            null,
            stored.fact(),
            status(requireNonNull(stored.outcome())),
            null,
            stored.offset(),
            partition));
  }

  /**
   * The receipt of an event that was read and could not be folded; null where another partition
   * tells of it.
   */
  static @Nullable ReceiptDocument ofRefused(Work.Arrived arrived, String reason) {
    Origin origin = arrived.origin();
    if (arrived.subscriberId() == null && !tellsOfReferences(origin)) {
      return null;
    }
    return of(
        arrived.tenantId(),
        arrived.subscriberId(),
        arrived.fact(),
        ReceiptDocument.Status.DEAD_LETTERED,
        reason,
        origin.offset(),
        origin.partition());
  }

  private static boolean tellsOfReferences(Origin origin) {
    return origin.partition() == TELLS_OF_REFERENCES;
  }

  /** The receipt of an event that is of no life that is told of. */
  static ReceiptDocument ofForgotten(Event event, Origin origin) {
    return of(event, origin, ReceiptDocument.Status.SUPERSEDED);
  }

  static ReceiptDocument ofDeletion(Event event, Origin origin) {
    return of(event, origin, ReceiptDocument.Status.APPLIED);
  }

  private static ReceiptDocument of(Event event, Origin origin, ReceiptDocument.Status status) {
    return of(
        event.subscriber().tenantId(),
        event.subscriber().subscriberId(),
        event.fact(),
        status,
        null,
        origin.offset(),
        origin.partition());
  }

  /** The receipt of what could not be read; null where its headers do not say whose it is. */
  static @Nullable ReceiptDocument ofUnreadable(Origin origin, String reason) {
    String subscriber = header(origin, "ce_subscriberid");
    String tenant = header(origin, TENANT);
    if (tenant == null || subscriber == null) {
      return null;
    }
    String key = CompositeKey.of(new SubscriberKey(tenant, subscriber));
    return ofUnreadable(origin, tenant, subscriber, key, reason);
  }

  /** As {@link #ofUnreadable}; null, too, where another partition tells of it. */
  static @Nullable ReceiptDocument ofUnreadableReference(Origin origin, String reason) {
    String tenant = header(origin, TENANT);
    String subject = header(origin, "ce_subject");
    return tenant == null || subject == null || !tellsOfReferences(origin)
        ? null
        : ofUnreadable(origin, tenant, null, CompositeKey.of(subject), reason);
  }

  private static @Nullable ReceiptDocument ofUnreadable(
      Origin origin, String tenant, @Nullable String subscriber, String key, String reason) {
    String source = header(origin, "ce_source");
    String id = header(origin, "ce_id");
    if (source == null || id == null || !Arrays.equals(key.getBytes(UTF_8), origin.key())) {
      return null;
    }
    String type = header(origin, "ce_type");
    return new ReceiptDocument(
        tenant,
        subscriber,
        new EventId(source, id),
        Digests.of(origin.value()),
        type == null ? "unknown" : type,
        ReceiptDocument.Status.DEAD_LETTERED,
        reason,
        null,
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
