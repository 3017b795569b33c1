package dev.perennial.operations.replay;

import com.mongodb.client.MongoClient;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.contracts.projection.Watermark;
import dev.perennial.contracts.topic.Projection;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import redis.clients.jedis.RedisClient;

/** How far an epoch's sinks have written, by the watermarks that they wrote last. */
final class Marks {

  /** Where a sink writes, and what: one watermark a partition. */
  record Sink(String store, String projection) {

    String text() {
      return store + " " + projection;
    }
  }

  /**
   * @param offset of the last event whose documents are written; -1 before the first
   * @param tick up to which the clock's changes are written
   */
  record Mark(long offset, Instant tick) {

    private static Mark of(Document document) {
      Number offset = document.get("offset", Number.class);
      Date tick = document.getDate("tick");
      return new Mark(offset.longValue(), tick.toInstant());
    }
  }

  private static final String MONGODB = "mongodb";
  private static final String REDIS = "redis";

  private final Map<String, Mark> marks = new HashMap<>();

  private Marks() {}

  static Marks read(MongoClient mongodb, RedisClient redis, int epoch) {
    Marks marks = new Marks();
    for (Document document :
        mongodb
            .getDatabase(ServingEpoch.databaseOf(epoch))
            .getCollection(Watermark.COLLECTION)
            .find()) {
      marks.marks.put(MONGODB + " " + document.getString("_id"), Mark.of(document));
    }
    redis
        .hgetAll("perennial:e" + epoch + ":watermarks")
        .forEach((id, json) -> marks.marks.put(REDIS + " " + id, Mark.of(Document.parse(json))));
    return marks;
  }

  static List<Sink> sinks() {
    return Stream.concat(
            Stream.of(Projection.values())
                .map(projection -> new Sink(MONGODB, projection.collection())),
            Stream.of(new Sink(REDIS, Projection.SUBSCRIBER_TOTALS.collection())))
        .toList();
  }

  Optional<Mark> of(Sink sink, int partition) {
    return Optional.ofNullable(marks.get(sink.text() + "|" + partition));
  }
}
