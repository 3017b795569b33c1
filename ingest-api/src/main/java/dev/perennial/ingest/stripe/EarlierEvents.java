package dev.perennial.ingest.stripe;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import dev.perennial.contracts.topic.Projection;
import dev.perennial.ingest.intake.ItemResult;
import dev.perennial.ingest.projection.ServedProjections;
import java.time.Duration;

/** Tells whether an event that came under an id before is durable: then it has a receipt. */
final class EarlierEvents {

  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final ServedProjections projections;

  EarlierEvents(ServedProjections projections) {
    this.projections = projections;
  }

  /**
   * Whether an event is refused because its id stands for what was made durable before.
   *
   * @throws dev.perennial.starter.problem.ProblemException 503 where MongoDB does not answer
   */
  boolean standFor(ItemResult refused, String tenantId) {
    return "id-reused".equals(refused.code())
        && projections.read(
            LONGEST,
            database ->
                database
                        .getCollection(Projection.RECEIPTS.collection())
                        .find(
                            and(
                                eq("tenantId", tenantId),
                                eq("eventId", refused.id()),
                                eq("source", refused.source())))
                        .first()
                    != null);
  }
}
