package dev.perennial.processor.state;

import dev.perennial.contracts.event.EventCodec;
import dev.perennial.domain.event.EventId;
import dev.perennial.domain.event.EventType;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.fold.FactStatus.Outcome;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts, each by its difference from the one before. Data is the canonical JSON of the wire, so a
 * new type of event or a new field needs nothing here.
 */
final class FactsLayout {

  private static final int OUTCOME = 0b0011;
  private static final int BACKFILL = 0b0100;
  private static final int DIGEST_KEPT = 0b1000;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final FactDigests digests;
  private Instant lastTime = Instant.EPOCH;
  private long lastOffset;

  FactsLayout(FactDigests digests) {
    this.digests = digests;
  }

  void write(StoredFacts facts, ByteSink out) {
    out.number(facts.size());
    facts.entries().forEach(entry -> write(entry, out));
  }

  private void write(StoredFact stored, ByteSink out) {
    Fact fact = stored.fact();
    String type = EventType.of(fact.data()).wireName();
    byte[] data = EventCodec.encodeData(fact.data());
    boolean kept = !fact.digest().equals(digests.digest(type, fact.time(), data));
    out.instant(fact.time(), lastTime);
    out.instant(fact.receivedAt(), fact.time());
    out.signed(stored.offset() - lastOffset);
    out.number(code(stored.outcome()) | code(fact.mode()) | (kept ? DIGEST_KEPT : 0));
    out.text(fact.id().source());
    out.text(fact.id().id());
    out.text(type);
    out.bytes(data);
    if (kept) {
      out.text(fact.digest());
    }
    lastTime = fact.time();
    lastOffset = stored.offset();
  }

  StoredFacts read(ByteSource in) {
    return new StoredFacts(in.list(() -> fact(in)));
  }

  private StoredFact fact(ByteSource in) {
    Instant time = in.instant(lastTime);
    Instant receivedAt = in.instant(time);
    long offset = lastOffset + in.signed();
    int flags = in.small();
    EventId id = new EventId(in.text(), in.text());
    String type = in.text();
    byte[] data = in.bytes();
    String digest = (flags & DIGEST_KEPT) == 0 ? digests.digest(type, time, data) : in.text();
    lastTime = time;
    lastOffset = offset;
    EventType known =
        EventType.byName(type)
            .orElseThrow(() -> new SerializationException("An event's type is not known"));
    Fact fact =
        new Fact(
            id,
            time,
            digest,
            receivedAt,
            mode(flags),
            EventCodec.decodeData(known, JSON.readTree(data)));
    return new StoredFact(fact, offset, outcome(flags));
  }

  // Codes of their own: the order of an enum's constants is nobody's promise.

  private static int code(@Nullable Outcome outcome) {
    return switch (outcome) {
      case null -> 0;
      case APPLIED -> 1;
      case SUPERSEDED -> 2;
      case WAITING -> 3;
    };
  }

  private static @Nullable Outcome outcome(int flags) {
    return switch (flags & OUTCOME) {
      case 1 -> Outcome.APPLIED;
      case 2 -> Outcome.SUPERSEDED;
      case 3 -> Outcome.WAITING;
      default -> null;
    };
  }

  private static int code(Mode mode) {
    return switch (mode) {
      case LIVE -> 0;
      case BACKFILL -> BACKFILL;
    };
  }

  private static Mode mode(int flags) {
    return (flags & BACKFILL) == 0 ? Mode.LIVE : Mode.BACKFILL;
  }
}
