package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventRecordCodec;
import dev.perennial.contracts.topic.Topics;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Fact;
import dev.perennial.domain.event.Mode;
import dev.perennial.standalone.oracle.Imports;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads off the topic of events which of them came in as history, and when. */
final class ImportLog {
  private final TopicReader topics;
  private final Map<Integer, Long> next = new HashMap<>();

  /** Of equal events the one that was received first counts, with its mode. */
  private final Map<String, Fact> first = new HashMap<>();

  ImportLog(TopicReader topics) {
    this.topics = topics;
  }

  /** All that is committed by now. */
  synchronized Imports refresh() {
    topics.read(
        Topics.SUBSCRIPTION_EVENTS,
        partition -> next.getOrDefault(partition, 0L),
        each -> {
          next.put(each.partition(), each.offset() + 1);
          add(each);
        });
    Map<String, Instant> receivedAt = new HashMap<>();
    first.forEach(
        (key, fact) -> {
          if (fact.mode() == Mode.BACKFILL) {
            receivedAt.put(key, fact.receivedAt());
          }
        });
    return new Imports(receivedAt);
  }

  private void add(ConsumerRecord<String, String> each) {
    // What cannot be read came from a test of such things.
    if (EventRecordCodec.decode(each.headers(), each.value().getBytes(UTF_8))
        instanceof Decoding.Decoded decoded) {
      Event event = decoded.event();
      first.merge(key(event), event.fact(), ImportLog::earlier);
    }
  }

  private static String key(Event event) {
    Fact fact = event.fact();
    return Imports.key(
        event.subscriber().subscriberId(), fact.id().source(), fact.id().id(), fact.digest());
  }

  private static Fact earlier(Fact one, Fact other) {
    return other.receivedAt().isBefore(one.receivedAt()) ? other : one;
  }
}
