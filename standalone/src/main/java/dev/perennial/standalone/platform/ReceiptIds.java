package dev.perennial.standalone.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import dev.perennial.contracts.CompositeKey;
import dev.perennial.contracts.event.Arrival;
import dev.perennial.contracts.event.Decoding;
import dev.perennial.contracts.event.EventCodec;
import dev.perennial.contracts.event.StrictJson;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.domain.event.Event;
import dev.perennial.domain.event.Mode;
import dev.perennial.domain.event.ReferenceEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/** The ids that the receipts of given events have. */
final class ReceiptIds {
  private ReceiptIds() {}

  /** One for each distinct event; those that ingest refuses have none. */
  static Set<String> of(Collection<String> events, String tenantId) {
    Arrival arrival = new Arrival(tenantId, Instant.EPOCH, Mode.LIVE);
    Set<String> ids = new HashSet<>();
    for (String text : events) {
      switch (EventCodec.decode(StrictJson.parse(text.getBytes(UTF_8)), arrival)) {
        case Decoding.Decoded decoded -> ids.add(id(decoded.event()));
        case Decoding.DecodedReference reference -> ids.add(id(reference.event()));
        case Decoding.Rejected rejected -> {
          // has none
        }
      }
    }
    return ids;
  }

  /** The ids of the receipts that MongoDB holds. */
  static Set<String> present(MongoDatabase projections) {
    Set<String> ids = new HashSet<>();
    for (Document each :
        projections
            .getCollection(Projection.RECEIPTS.collection())
            .find()
            .projection(Projections.include("_id"))) {
      ids.add(String.valueOf(each.get("_id")));
    }
    return ids;
  }

  private static String id(ReferenceEvent event) {
    return CompositeKey.of(
        event.tenantId(),
        event.fact().id().source(),
        event.fact().id().id(),
        event.fact().digest());
  }

  private static String id(Event event) {
    return CompositeKey.of(
        event.subscriber().tenantId(),
        event.subscriber().subscriberId(),
        event.fact().id().source(),
        event.fact().id().id(),
        event.fact().digest());
  }
}
