package dev.perennial.ingest.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import dev.perennial.contracts.http.Receipt;
import dev.perennial.contracts.topic.Projection;
import dev.perennial.ingest.projection.Coverage;
import dev.perennial.ingest.projection.ServedProjections;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Answers what became of events from the collection receipts. */
@Component
@EnableConfigurationProperties(OutcomeProperties.class)
final class Outcomes {

  static final int MOST = 100;

  private static final long MILLIS_BETWEEN_LOOKS = 100;

  private final ServedProjections projections;
  private final OutcomeProperties settings;
  private final int partitions;
  private final Semaphore places;

  Outcomes(
      ServedProjections projections, OutcomeProperties settings, PerennialProperties platform) {
    this.projections = projections;
    this.settings = settings;
    this.partitions = platform.partitions();
    this.places = new Semaphore(settings.mostWaiting());
  }

  /**
   * @throws ProblemException 404 where nothing is known of such an event, 503 without MongoDB
   */
  OutcomeAnswer now(Question question) {
    return known(look(question));
  }

  /**
   * As {@link #now}, but waits for what the question's receipt stands for. Between two looks it
   * holds a place among the waiting and nothing else; without one it does not wait.
   */
  OutcomeAnswer caughtUp(Question question) {
    OutcomeAnswer answer = look(question);
    if (isCaughtUp(answer) || !places.tryAcquire()) {
      return known(answer);
    }
    try {
      long end = System.nanoTime() + settings.longestWait().toNanos();
      while (!isCaughtUp(answer) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN_LOOKS);
        answer = look(question);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      places.release();
    }
    return known(answer);
  }

  private static boolean isCaughtUp(OutcomeAnswer answer) {
    return !Boolean.FALSE.equals(answer.caughtUp());
  }

  private static OutcomeAnswer known(OutcomeAnswer answer) {
    if (answer.events().isEmpty()) {
      throw new ProblemException(404, "not-found", "Nothing is known of such an event.");
    }
    return answer;
  }

  private OutcomeAnswer look(Question question) {
    return projections.read(settings.readTimeout(), database -> look(question, database));
  }

  private OutcomeAnswer look(Question question, MongoDatabase database) {
    Coverage coverage = Coverage.read(database);
    List<Document> found = find(question, database);
    List<EventOutcome> events =
        new ArrayList<>(found.stream().limit(MOST).map(EventOutcome::of).toList());
    Boolean caughtUp = null;
    Receipt receipt = question.receipt();
    if (receipt != null) {
      caughtUp = coverage.covers(receipt) || found.stream().anyMatch(each -> isAt(receipt, each));
      if (!caughtUp && events.isEmpty()) {
        events.add(EventOutcome.accepted(question.eventId(), question.source()));
      }
    }
    return new OutcomeAnswer(
        coverage.asOf(partitions).orElse(null), caughtUp, events, found.size() > MOST);
  }

  private static List<Document> find(Question question, MongoDatabase database) {
    List<Bson> filters = new ArrayList<>();
    filters.add(eq("tenantId", question.tenantId()));
    filters.add(eq("eventId", question.eventId()));
    if (question.source() != null) {
      filters.add(eq("source", question.source()));
    }
    filters.add(ne("erased", true));
    return database
        .getCollection(Projection.RECEIPTS.collection())
        .find(and(filters))
        .sort(Sorts.ascending("source", "receivedAt", "_id"))
        .limit(MOST + 1)
        .into(new ArrayList<>());
  }

  /** Whether the receipt is of that very record; one of a repetition is not, and waits. */
  private static boolean isAt(Receipt place, Document receipt) {
    return receipt.get("sourcePartition", Number.class).intValue() == place.partition()
        && receipt.get("offset", Number.class).longValue() == place.offset();
  }
}
