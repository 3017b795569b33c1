package dev.perennial.ingest.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.ingest.projection.Coverage;
import dev.perennial.ingest.projection.ServedProjections;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.concurrent.Semaphore;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Adds up a source's day. The database sorts it by id, on its disk where it is large, and it is
 * read as a stream: what a reconciliation keeps here does not grow with the day.
 */
@Component
@EnableConfigurationProperties(ReconciliationProperties.class)
final class Reconciliations {

  private static final int BATCH = 2_000;

  /** Named, since the database would as soon read all that a tenant has, sorted by id. */
  private static final Bson DAY_OF_SOURCE = Indexes.ascending("tenantId", "source", "receivedAt");

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private final ServedProjections projections;
  private final ReconciliationProperties settings;
  private final int partitions;
  private final Semaphore places;

  Reconciliations(
      ServedProjections projections,
      ReconciliationProperties settings,
      PerennialProperties platform) {
    this.projections = projections;
    this.settings = settings;
    this.partitions = platform.partitions();
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * @throws ProblemException 503 busy where as many are under way as may be, unavailable where the
   *     database does not answer in time
   */
  ReconciliationAnswer of(String tenantId, String source, LocalDate day) {
    if (!places.tryAcquire()) {
      throw ProblemException.unavailable(
          "busy", "As many reconciliations as may be are under way.", RETRY_AFTER);
    }
    try {
      return projections.read(
          settings.readTimeout(), database -> read(database, tenantId, source, day));
    } finally {
      places.release();
    }
  }

  private ReconciliationAnswer read(
      MongoDatabase database, String tenantId, String source, LocalDate day) {
    Instant asOf = Coverage.read(database).asOf(partitions).orElse(null);
    Instant end = midnight(day.plusDays(1)).plus(settings.margin());
    boolean complete = asOf != null && !asOf.isBefore(end);
    return new ReconciliationAnswer(
        source, day, complete, asOf, figures(database, tenantId, source, day));
  }

  private static Figures figures(
      MongoDatabase database, String tenantId, String source, LocalDate day) {
    Tally tally = new Tally(source);
    try (MongoCursor<Document> receipts =
        database
            .getCollection(Projection.RECEIPTS.collection())
            .find(
                and(
                    eq("tenantId", tenantId),
                    eq("source", source),
                    gte("receivedAt", Date.from(midnight(day))),
                    lt("receivedAt", Date.from(midnight(day.plusDays(1)))),
                    ne("erased", true)))
            .projection(Projections.include("eventId", "type", "status", "receivedAt", "amount"))
            .sort(Sorts.ascending("eventId", "_id"))
            .hint(DAY_OF_SOURCE)
            .allowDiskUse(true)
            .batchSize(BATCH)
            .cursor()) {
      receipts.forEachRemaining(receipt -> tally.add(ReceivedEvent.of(receipt)));
    }
    return tally.figures();
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
