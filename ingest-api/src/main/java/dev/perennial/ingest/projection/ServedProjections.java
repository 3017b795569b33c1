package dev.perennial.ingest.projection;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.starter.PerennialProperties;
import dev.perennial.starter.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Reads the serving epoch's projections. Which one serves is looked up for every reading: these
 * readings are rare, and so each is of one epoch, also while it changes.
 */
@Component
public final class ServedProjections {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
  private static final Logger LOG = LoggerFactory.getLogger(ServedProjections.class);

  private final @Nullable MongoClient client;
  private final int unlessWritten;

  ServedProjections(ObjectProvider<MongoClient> client, PerennialProperties properties) {
    this.client = client.getIfAvailable();
    this.unlessWritten = properties.epoch();
  }

  /**
   * @param longest how long each access to the database may take, finding a server included
   * @throws ProblemException 503 unavailable where MongoDB does not answer in time
   */
  public <T> T read(Duration longest, Function<MongoDatabase, T> reading) {
    if (client == null) {
      throw unavailable();
    }
    try {
      int epoch = serving(limited(client.getDatabase(ControlDatabase.NAME), longest));
      return reading.apply(limited(client.getDatabase(ServingEpoch.databaseOf(epoch)), longest));
    } catch (MongoException failure) {
      LOG.warn("MongoDB did not answer what became of events", failure);
      throw unavailable();
    }
  }

  private int serving(MongoDatabase control) {
    Document written =
        control.getCollection(ControlDatabase.EPOCHS).find(eq("_id", ServingEpoch.ID)).first();
    return written == null ? unlessWritten : ServingEpoch.of(written).epoch();
  }

  private static MongoDatabase limited(MongoDatabase database, Duration longest) {
    return database.withTimeout(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static ProblemException unavailable() {
    return ProblemException.unavailable(
        "unavailable", "What became of events cannot be read at the moment.", RETRY_AFTER);
  }
}
