package dev.perennial.operations.audit;

import com.mongodb.ClientSessionOptions;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import dev.perennial.contracts.control.ControlDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonType;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What operators changed, each entry with the hash of the one before. A change of the control
 * database and its entry are one transaction: there is none without the other. What is changed
 * elsewhere is entered when it is done. Nothing here alters or removes an entry.
 */
public final class AuditChain {

  private static final TransactionOptions DURABLE =
      TransactionOptions.builder()
          .readConcern(ReadConcern.SNAPSHOT)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();

  /**
   * From a transaction's begin to its end, with all that the driver tries again; a server that
   * froze is given as long once more to hear that it is called off.
   */
  static final Duration AT_MOST = Duration.ofSeconds(15);

  private static final ClientSessionOptions BOUNDED =
      ClientSessionOptions.builder().defaultTimeout(AT_MOST.toSeconds(), TimeUnit.SECONDS).build();
  private static final int DUPLICATE = 11_000;
  private static final int ATTEMPTS = 10;

  private final MongoClient mongodb;
  private final MongoCollection<Document> entries;
  private final Clock clock;
  private final String operator;

  /**
   * @param operator who makes the changes
   */
  public AuditChain(MongoClient mongodb, Clock clock, String operator) {
    this.mongodb = mongodb;
    this.entries =
        mongodb
            .getDatabase(ControlDatabase.NAME)
            .getCollection(ControlDatabase.AUDIT)
            .withReadConcern(ReadConcern.MAJORITY);
    this.clock = clock;
    this.operator = operator;
  }

  /**
   * Runs the change in a transaction; it may run again where another came in between.
   *
   * @throws MongoException where the database did not take it within {@link #AT_MOST}; nothing was
   *     changed then, unless the answer alone was lost
   */
  public <T> T transaction(Function<ClientSession, T> change) {
    for (int attempt = 1; ; attempt++) {
      try (ClientSession session = mongodb.startSession(BOUNDED)) {
        return session.withTransaction(() -> change.apply(session), DURABLE);
      } catch (MongoException taken) {
        if (taken.getCode() != DUPLICATE || attempt == ATTEMPTS) {
          throw taken;
        }
      }
    }
  }

  /** Enters what the session's transaction does. */
  public void enter(
      ClientSession session, String action, String subject, Map<String, String> details) {
    // Whatever else was put there must not keep a key from being revoked: verify tells of it.
    Document last =
        entries
            .find(session)
            .filter(Filters.type(ChainEntry.SEQ, BsonType.INT64))
            .sort(Sorts.descending(ChainEntry.SEQ))
            .first();
    ChainEntry entry =
        ChainEntry.of(
            last == null ? 1 : last.getLong(ChainEntry.SEQ) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            operator,
            action,
            subject,
            details,
            last != null && last.get(ChainEntry.HASH) instanceof String hash
                ? hash
                : ChainEntry.NONE);
    entries.insertOne(session, entry.toDocument());
  }

  /** Enters what was done already, where it was no change of this database. */
  public void enter(String action, String subject, Map<String, String> details) {
    transaction(
        session -> {
          enter(session, action, subject, details);
          return true;
        });
  }

  /**
   * @param line takes a line for each entry, oldest first
   */
  public void list(Consumer<String> line) {
    for (Document document : oldestFirst()) {
      line.accept(
          ChainEntry.read(document).map(ChainEntry::text).orElse("(not an entry: see verify)"));
    }
  }

  /**
   * Walks the chain up to the first entry that is not whole. A tail that was cut off shows only by
   * a head that was noted elsewhere.
   *
   * @param noted the hash of an entry that must be part of the chain; none, if null
   */
  public Verdict verify(@Nullable String noted) {
    Verdict soFar = new Verdict(0, ChainEntry.NONE, false, isNoted(ChainEntry.NONE, noted));
    for (Document document : oldestFirst()) {
      Verdict before = soFar;
      Optional<ChainEntry> next =
          ChainEntry.read(document).filter(entry -> entry.follows(before.entries(), before.head()));
      if (next.isEmpty()) {
        return before.brokenNext();
      }
      String hash = next.get().hash();
      soFar =
          new Verdict(before.entries() + 1, hash, false, before.hasNoted() || isNoted(hash, noted));
    }
    return soFar;
  }

  private static boolean isNoted(String hash, @Nullable String noted) {
    return noted == null || noted.equals(hash);
  }

  private FindIterable<Document> oldestFirst() {
    return entries.find().sort(Sorts.ascending(ChainEntry.SEQ));
  }

  /**
   * What a walk found.
   *
   * @param entries how many are whole
   * @param head the last whole entry's hash: note it where who writes the database cannot
   * @param broken whether the entry behind them was altered or is missing
   * @param hasNoted whether the noted hash is one of theirs, or none was given
   */
  public record Verdict(long entries, String head, boolean broken, boolean hasNoted) {

    private Verdict brokenNext() {
      return new Verdict(entries, head, true, hasNoted);
    }
  }
}
