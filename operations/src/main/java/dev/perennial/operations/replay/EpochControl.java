package dev.perennial.operations.replay;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.contracts.control.ServingEpoch;
import dev.perennial.operations.OperationException;
import dev.perennial.operations.audit.AuditChain;
import dev.perennial.operations.collections.CollectionAdmin;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Which epoch serves and which is being built, in the control database, and who made it so. */
public final class EpochControl {

  /** What an operator did with an epoch. */
  enum Action {
    STARTED("epoch-started"),
    SWITCHED("epoch-switched"),
    SWITCHED_BACK("epoch-switched-back"),
    DROPPED("epoch-dropped");

    private final String chained;

    Action(String chained) {
      this.chained = chained;
    }
  }

  private static final String STARTED_AT = "startedAt";

  private final MongoCollection<Document> epochs;
  private final MongoCollection<Document> audit;
  private final AuditChain chain;
  private final Clock clock;
  private final String operator;
  private final int configured;

  /**
   * @param operator who does it
   * @param configured the epoch that serves where no document says so
   */
  public EpochControl(MongoClient mongodb, Clock clock, String operator, int configured) {
    CollectionAdmin.applyEpochs(mongodb);
    MongoDatabase control = mongodb.getDatabase(ControlDatabase.NAME);
    this.epochs = control.getCollection(ControlDatabase.EPOCHS);
    this.audit = control.getCollection(ControlDatabase.REPLAY_AUDIT);
    this.chain = new AuditChain(mongodb, clock, operator);
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
    chain.transaction(
        session -> {
          upsert(
              session,
              ServingEpoch.ID,
              Updates.setOnInsert(
                  new Document(ServingEpoch.EPOCH, configured)
                      .append(ServingEpoch.OPERATOR, operator)));
          upsert(
              session,
              ServingEpoch.BUILDING_ID,
              Updates.combine(
                  Updates.set(ServingEpoch.EPOCH, epoch),
                  Updates.set(ServingEpoch.OPERATOR, operator),
                  Updates.set(STARTED_AT, now())));
          return enter(session, Action.STARTED, epoch, null);
        });
  }

  /**
   * The switch: one update of one document, and with it the end of building.
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
    chain.transaction(
        session -> {
          if (epochs.updateOne(session, asItWas, switched).getMatchedCount() == 0) {
            throw new OperationException(
                "Another epoch than %d serves by now".formatted(before.epoch()));
          }
          epochs.deleteOne(session, eq("_id", ServingEpoch.BUILDING_ID));
          return enter(session, action, epoch, before.epoch());
        });
  }

  /** Notes that all of an epoch is gone; it is not being built any more, where it was. */
  void dropped(int epoch) {
    chain.transaction(
        session -> {
          epochs.deleteOne(
              session, and(eq("_id", ServingEpoch.BUILDING_ID), eq(ServingEpoch.EPOCH, epoch)));
          return enter(session, Action.DROPPED, epoch, null);
        });
  }

  /** In the record of epochs and in the chain. */
  private boolean enter(
      ClientSession session, Action action, int epoch, @Nullable Integer previous) {
    Document entry =
        new Document("at", now())
            .append(ServingEpoch.OPERATOR, operator)
            .append("action", action.name())
            .append(ServingEpoch.EPOCH, epoch);
    Map<String, String> details = Map.of();
    if (previous != null) {
      entry.append(ServingEpoch.PREVIOUS, previous);
      details = Map.of(ServingEpoch.PREVIOUS, previous.toString());
    }
    audit.insertOne(session, entry);
    chain.enter(session, action.chained, "epoch " + epoch, details);
    return true;
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

  private void upsert(ClientSession session, String id, Bson update) {
    epochs.updateOne(session, eq("_id", id), update, new UpdateOptions().upsert(true));
  }
}
