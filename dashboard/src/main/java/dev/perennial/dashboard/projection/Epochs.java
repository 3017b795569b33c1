package dev.perennial.dashboard.projection;

import static com.mongodb.client.model.Filters.eq;
import static java.util.Objects.requireNonNullElseGet;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import dev.perennial.contracts.control.ServingEpoch;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Which epoch's projections are read: what the one document in the control database says. It is
 * looked at every second, and what was seen last counts while it cannot be read. A request keeps
 * the epoch that it began with, so that its answer is made of one.
 */
final class Epochs implements AutoCloseable {

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final String OF_THE_REQUEST = Epochs.class.getName();
  private static final Logger LOG = LoggerFactory.getLogger(Epochs.class);

  private final MongoCollection<Document> documents;
  private final int unlessWritten;
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("serving-epoch").factory());

  private volatile @Nullable Integer seen;
  private boolean away;

  /**
   * @param documents of the control database, with a time limit
   * @param unlessWritten the epoch where no document names one
   */
  Epochs(MongoCollection<Document> documents, int unlessWritten) {
    this.documents = documents;
    this.unlessWritten = unlessWritten;
  }

  void start() {
    looking.scheduleWithFixedDelay(
        this::lookQuietly, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * The epoch to read; within a request always the same.
   *
   * @throws MongoException where it was never seen, and cannot be read now: nothing is guessed
   */
  int serving() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return seenOrRead();
    }
    if (request.getAttribute(OF_THE_REQUEST, RequestAttributes.SCOPE_REQUEST)
        instanceof Integer epoch) {
      return epoch;
    }
    int epoch = seenOrRead();
    request.setAttribute(OF_THE_REQUEST, epoch, RequestAttributes.SCOPE_REQUEST);
    return epoch;
  }

  private int seenOrRead() {
    return requireNonNullElseGet(seen, this::look);
  }

  private int look() {
    Document document = documents.find(eq("_id", ServingEpoch.ID)).first();
    int epoch = document == null ? unlessWritten : ServingEpoch.of(document).epoch();
    Integer before = seen;
    if (before != null && before != epoch) {
      LOG.info("Reading epoch {} instead of {}", epoch, before);
    }
    seen = epoch;
    return epoch;
  }

  /** A look that throws would be the last. */
  private void lookQuietly() {
    try {
      look();
      away = false;
    } catch (RuntimeException unreadable) {
      if (!away) {
        LOG.warn("Which epoch serves cannot be read; going on with {}", seen, unreadable);
      }
      away = true;
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
  }
}
