package dev.perennial.contracts.projection;

import dev.perennial.contracts.topic.Projection;
import java.time.Instant;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * How far a projection has come in one partition: all documents of facts up to the offset, and of
 * the clock up to the tick, lie before it on the topic.
 *
 * @param offset of the last event that was applied; -1 before the first
 * @param appendTime of that event
 * @param tick the business clock
 */
public record Watermark(
    Projection projection, int partition, long offset, @Nullable Instant appendTime, Instant tick) {

  /** The collection that watermarks go to, whatever topic they travel on. */
  public static final String COLLECTION = "watermarks";

  public String id() {
    return projection.collection() + "|" + partition;
  }

  /** All fields but {@code _id}, {@code version} and {@code partition}. */
  public BsonDocument content() {
    return new DocumentBuilder()
        .text("collection", COLLECTION)
        .text("projection", projection.collection())
        .number("offset", offset)
        .instant("appendTime", appendTime)
        .instant("tick", tick)
        .build();
  }
}
