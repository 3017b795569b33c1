package dev.perennial.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.domain.SubscriberKey;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.EventData;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.ReferenceEvent;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The checked context attributes of an event, the same for HTTP and for Kafka.
 *
 * @param subject the subscription's id, or the subscriber's for subscriber events; of reference
 *     data the tenant's id or the base currency
 * @param subscriberId empty for reference data
 */
record Envelope(EventType type, EventId id, Instant time, String subject, String subscriberId) {

  private static final int DIGEST_CHARACTERS = 32;

  Event event(Arrival arrival, EventData data) {
    SubscriberKey subscriber = new SubscriberKey(arrival.tenantId(), subscriberId);
    return new Event(subscriber, subject, fact(arrival, data));
  }

  ReferenceEvent reference(Arrival arrival, EventData data) {
    return new ReferenceEvent(arrival.tenantId(), subject, fact(arrival, data));
  }

  private Fact fact(Arrival arrival, EventData data) {
    return new Fact(id, time, digest(data), arrival.receivedAt(), arrival.mode(), data);
  }

  /**
   * SHA-256 over type, subject, subscriber, time and canonical data, each behind its length, so
   * that no two lists of parts read alike; the first 32 hex characters.
   */
  private String digest(EventData data) {
    MessageDigest sha = sha256();
    update(sha, type.wireName().getBytes(UTF_8));
    update(sha, subject.getBytes(UTF_8));
    update(sha, subscriberId.getBytes(UTF_8));
    update(sha, time.toString().getBytes(UTF_8));
    update(sha, DataWriter.write(data));
    return HexFormat.of().formatHex(sha.digest()).substring(0, DIGEST_CHARACTERS);
  }

  private static void update(MessageDigest sha, byte[] part) {
    sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    sha.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
