package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The durable list of deliveries. Every write waits until a majority of the replica set has it in
 * the journal, since what comes next (a committed offset, a mail) cannot be taken back.
 *
 * <p>All methods throw {@link com.mongodb.MongoException} where the database cannot be reached.
 */
public final class Ledger {

  public static final String COLLECTION = "ledger";

  private final MongoCollection<Document> rows;

  public Ledger(MongoDatabase database) {
    rows = durable(database).getCollection(COLLECTION);
  }

  /** Reads and writes what a majority has journaled, for all that the ledger is told beside. */
  public static MongoDatabase durable(MongoDatabase database) {
    return database
        .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
        .withReadConcern(ReadConcern.MAJORITY)
        .withReadPreference(ReadPreference.primary());
  }

  /**
   * Withdraws an alert: rows that nobody has claimed are not sent.
   *
   * @return how many rows became VOIDED
   */
  public long voidPending(String alertId) {
    var update = RowUpdate.move(DeliveryState.PENDING, DeliveryState.VOIDED);
    return rows.updateMany(
            and(eq("alertId", alertId), eq("state", DeliveryState.PENDING.name())),
            update.pipeline())
        .getModifiedCount();
  }

  /** Claims the PENDING row that has been due longest, if there is one. */
  public Optional<Claim> claimNext(String owner, Duration lease) {
    var token = UUID.randomUUID().toString();
    var update =
        RowUpdate.move(DeliveryState.PENDING, DeliveryState.CLAIMED)
            .set("attempts", new Document("$add", List.of("$attempts", 1)))
            .set("claim", claim(owner, token, lease));
    var options =
        new FindOneAndUpdateOptions()
            .sort(Sorts.ascending("nextAttemptAt"))
            .returnDocument(ReturnDocument.AFTER);
    return Optional.ofNullable(rows.findOneAndUpdate(due(), update.pipeline(), options))
        .map(row -> readClaim(row, token));
  }

  private static Document claim(String owner, String token, Duration lease) {
    return new Document("owner", owner)
        .append("token", token)
        .append("claimedAt", "$$NOW")
        .append("expiresAt", RowUpdate.fromNow(lease));
  }

  private static Bson due() {
    return and(
        eq("state", DeliveryState.PENDING.name()),
        expr(new Document("$lte", List.of("$nextAttemptAt", "$$NOW"))));
  }

  private static Claim readClaim(Document row, String token) {
    return new Claim(
        row.getString("_id"),
        row.get("firstRevision", Entries.FIRST_REVISION),
        token,
        row.getInteger("attempts"),
        row.getString("destinationId"),
        NoticeDocument.read(row),
        row.getString("title"),
        row.getString("text"));
  }

  public boolean anyDue() {
    return rows.find(due()).limit(1).first() != null;
  }

  /** The channel's server took the message. */
  public boolean sent(Claim claim) {
    return conclude(claim, RowUpdate.move(DeliveryState.CLAIMED, DeliveryState.SENT));
  }

  /** Nothing was sent, and nothing will be. */
  public boolean failed(Claim claim, String reason) {
    return conclude(
        claim, RowUpdate.move(DeliveryState.CLAIMED, DeliveryState.FAILED).because(reason));
  }

  /**
   * Concludes a claim, also one that has expired meanwhile: its claimant knows better.
   *
   * @return false if the row is not this claim's any more
   */
  private boolean conclude(Claim claim, RowUpdate update) {
    var ours =
        and(held(claim), in("state", DeliveryState.CLAIMED.name(), DeliveryState.UNKNOWN.name()));
    return rows.updateOne(ours, update.pipeline()).getModifiedCount() == 1;
  }

  /**
   * Nothing was sent, for certain: the row waits for another attempt. A claim that has expired
   * stays UNKNOWN.
   *
   * @return false if the claim is not held any more
   */
  public boolean retry(Claim claim, String reason, Duration delay) {
    var update =
        RowUpdate.move(DeliveryState.CLAIMED, DeliveryState.PENDING)
            .set("nextAttemptAt", RowUpdate.fromNow(delay))
            .because(reason);
    return concludeHeld(claim, update);
  }

  /** It may have been sent or not: nothing sends it again. */
  public boolean unknown(Claim claim, String reason) {
    return concludeHeld(
        claim, RowUpdate.move(DeliveryState.CLAIMED, DeliveryState.UNKNOWN).because(reason));
  }

  private boolean concludeHeld(Claim claim, RowUpdate update) {
    var ours = and(held(claim), eq("state", DeliveryState.CLAIMED.name()));
    return rows.updateOne(ours, update.pipeline()).getModifiedCount() == 1;
  }

  private static Bson held(Claim claim) {
    return and(eq("_id", claim.rowId()), eq("claim.token", claim.token()));
  }

  /**
   * Gives up on claims whose lease is over: their mails may have been sent.
   *
   * @return how many rows became UNKNOWN
   */
  public long expireClaims() {
    var update =
        RowUpdate.move(DeliveryState.CLAIMED, DeliveryState.UNKNOWN).because("lease-expired");
    var expired =
        and(
            eq("state", DeliveryState.CLAIMED.name()),
            expr(new Document("$lt", List.of("$claim.expiresAt", "$$NOW"))));
    return rows.updateMany(expired, update.pipeline()).getModifiedCount();
  }
}
