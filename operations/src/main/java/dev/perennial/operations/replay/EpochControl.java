package dev.perennial.operations.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.collections.CollectionAdmin;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which epoch serves and which is being built, in the control database, and who made it so. */
public final class EpochControl {

  /** What an operator did with an epoch. */
  enum Action {
    STARTED,
    SWITCHED,
    SWITCHED_BACK,
    DROPPED
  }

  private static final String STARTED_AT = "startedAt";

  private final MongoCollection<Document> epochs;
  private final MongoCollection<Document> audit;
  private final Clock clock;
  private final String operator;
  private final int configured;

  /**
   * @param operator who does it
   * @param configured the epoch that serves where no document says so
   */
  public EpochControl(MongoClient mongodb, Clock clock, String operator, int configured) {
    CollectionAdmin.applyEpochs(mongodb);
    MongoDatabase control =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.epochs = control.getCollection(ControlDatabase.EPOCHS);
    this.audit = control.getCollection(ControlDatabase.REPLAY_AUDIT);
    this.clock = clock;
    this.operator = operator;
    this.configured = configured;
  }

  public ServingEpoch serving() {
    return find(ServingEpoch.ID)
        .map(ServingEpoch::of)
        .orElseGet(() -> new ServingEpoch(configured, null));
  }

  /** When readers were switched last; empty where they never were. */
  Optional<Instant> switchedAt() {
    return find(ServingEpoch.ID)
        .map(document -> document.getDate(ServingEpoch.SWITCHED_AT))
        .map(Date::toInstant);
  }

  /** Empty where none is; also where readers were switched to it. */
  public Optional<Integer> building() {
    return find(ServingEpoch.BUILDING_ID)
        .map(document -> document.getInteger(ServingEpoch.EPOCH))
        .filter(epoch -> epoch != serving().epoch());
  }

  /** Notes that an epoch is being built; from now on a document names the serving one, too. */
  void build(int epoch) {
    upsert(
        ServingEpoch.ID,
        Updates.setOnInsert(
            new Document(ServingEpoch.EPOCH, configured).append(ServingEpoch.OPERATOR, operator)));
    upsert(
        ServingEpoch.BUILDING_ID,
        Updates.combine(
            Updates.set(ServingEpoch.EPOCH, epoch),
            Updates.set(ServingEpoch.OPERATOR, operator),
            Updates.set(STARTED_AT, now())));
    enter(Action.STARTED, epoch, null);
  }

  void endBuild() {
    epochs.deleteOne(eq("_id", ServingEpoch.BUILDING_ID));
  }

  /**
   * The switch: one update of one document.
   *
   * @throws OperationException where another switch came in between
   */
  void serve(int epoch, ServingEpoch before, Action action) {
    Bson asItWas = and(eq("_id", ServingEpoch.ID), eq(ServingEpoch.EPOCH, before.epoch()));
    Bson switched =
        Updates.combine(
            Updates.set(ServingEpoch.EPOCH, epoch),
            Updates.set(ServingEpoch.PREVIOUS, before.epoch()),
            Updates.set(ServingEpoch.OPERATOR, operator),
            Updates.set(ServingEpoch.SWITCHED_AT, now()));
    if (epochs.updateOne(asItWas, switched).getMatchedCount() == 0) {
      throw new OperationException("Another epoch than %d serves by now".formatted(before.epoch()));
    }
    enter(action, epoch, before.epoch());
    endBuild();
  }

  void enter(Action action, int epoch, @Nullable Integer previous) {
    Document entry =
        new Document("at", now())
            .append(ServingEpoch.OPERATOR, operator)
            .append("action", action.name())
            .append(ServingEpoch.EPOCH, epoch);
    audit.insertOne(previous == null ? entry : entry.append(ServingEpoch.PREVIOUS, previous));
  }

  Instant time() {
    return clock.instant();
  }

  private Date now() {
    return Date.from(clock.instant());
  }

  private Optional<Document> find(String id) {
    return Optional.ofNullable(epochs.find(eq("_id", id)).first());
  }

  private void upsert(String id, Bson update) {
    epochs.updateOne(eq("_id", id), update, new UpdateOptions().upsert(true));
  }
}
