package dev.perennial.operations.audit;

import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.TransactionOptions;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.perennial.contracts.control.ControlDatabase;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;

/**
 * What operators changed, each entry with the hash of the one before. A change and its entry are
 * one transaction: there is none without the other. Nothing here alters or removes an entry.
 */
public final class AuditChain {

  private static final TransactionOptions DURABLE =
      TransactionOptions.builder()
          .readConcern(ReadConcern.SNAPSHOT)
          .writeConcern(WriteConcern.MAJORITY.withJournal(true))
          .build();
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
    this.entries = mongodb.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.AUDIT);
    this.clock = clock;
    this.operator = operator;
  }

  /** Runs the change in a transaction; it may run again where another came in between. */
  public <T> T transaction(Function<ClientSession, T> change) {
    for (int attempt = 1; ; attempt++) {
      try (ClientSession session = mongodb.startSession()) {
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
    Optional<ChainEntry> last =
        Optional.ofNullable(entries.find(session).sort(Sorts.descending("_id")).first())
            .map(ChainEntry::fromDocument);
    ChainEntry entry =
        ChainEntry.of(
            last.map(ChainEntry::seq).orElse(0L) + 1,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            operator,
            action,
            subject,
            details,
            last.map(ChainEntry::hash).orElse(ChainEntry.NONE));
    entries.insertOne(session, entry.toDocument());
  }

  /** A line each, oldest first. */
  public List<String> list() {
    return entries
        .find()
        .sort(Sorts.ascending("_id"))
        .map(document -> ChainEntry.fromDocument(document).text())
        .into(new ArrayList<>());
  }

  /** Walks the chain. A tail that was cut off shows only by a head that was noted elsewhere. */
  public Verdict verify() {
    long seq = 0;
    String hash = ChainEntry.NONE;
    List<String> hashes = new ArrayList<>();
    for (Document document : entries.find().sort(Sorts.ascending("_id"))) {
      ChainEntry entry = ChainEntry.fromDocument(document);
      seq++;
      boolean whole =
          entry.seq() == seq
              && entry.previousHash().equals(hash)
              && entry.hash().equals(entry.expectedHash());
      if (!whole) {
        return new Verdict(hashes, seq);
      }
      hash = entry.hash();
      hashes.add(hash);
    }
    return new Verdict(hashes, 0);
  }

  /**
   * What a walk found.
   *
   * @param hashes of the entries that are whole, oldest first
   * @param broken the number of the first that is not; 0 where all are
   */
  public record Verdict(List<String> hashes, long broken) {

    public Verdict {
      hashes = List.copyOf(hashes);
    }

    /** The last whole entry's hash: note it where who writes the database cannot. */
    public String head() {
      return hashes.isEmpty() ? ChainEntry.NONE : hashes.getLast();
    }

    /** Whether a head that was noted earlier is part of the chain. */
    public boolean contains(String noted) {
      return noted.equals(ChainEntry.NONE) || hashes.contains(noted);
    }
  }
}
