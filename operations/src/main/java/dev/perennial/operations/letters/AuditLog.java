package dev.perennial.operations.letters;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.operations.audit.AuditChain;
import dev.perennial.operations.collections.CollectionAdmin;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/**
 * Who did what with which dead letters, in the control database. Entries are only ever inserted; a
 * letter's state is what they say of it.
 */
public final class AuditLog {

  private final MongoClient mongodb;
  private final MongoCollection<Document> entries;

  public AuditLog(MongoClient mongodb) {
    this.mongodb = mongodb;
    this.entries =
        mongodb.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.DEAD_LETTER_AUDIT);
  }

  /** Makes the collection what it is declared to be; to be called before anything is done. */
  void prepare() {
    CollectionAdmin.applyDeadLetterAudit(mongodb);
  }

  /** In both records or in none: the chain has no place for each letter, but for how many. */
  void append(AuditEntry entry) {
    Document document = entry.toDocument();
    var chain = new AuditChain(mongodb, Clock.fixed(entry.at(), ZoneOffset.UTC), entry.operator());
    chain.transaction(
        session -> {
          entries.insertOne(session, document);
          chain.enter(
              session,
              "dead-letters-" + entry.action().text(),
              entry.letters().getFirst().id().text(),
              Map.of(
                  "letters", Integer.toString(entry.letters().size()),
                  "record", document.getObjectId("_id").toHexString()));
          return true;
        });
  }

  /** The letters, in their order, with what was done with each. */
  public List<Standing> standings(List<Letter> letters) {
    List<AuditEntry> about = about(letters);
    return letters.stream().map(letter -> new Standing(letter, historyOf(letter, about))).toList();
  }

  public Standing standing(Letter letter) {
    return standings(List.of(letter)).getFirst();
  }

  /** Entries of one millisecond have ids that rise with time. */
  private List<AuditEntry> about(List<Letter> letters) {
    List<String> ids = letters.stream().map(letter -> letter.id().text()).toList();
    return entries
        .find(in(AuditEntry.LETTERS + "." + HandledLetter.ID, ids))
        .sort(Sorts.ascending(AuditEntry.AT, "_id"))
        .map(AuditEntry::fromDocument)
        .into(new ArrayList<>());
  }

  private static List<AuditEntry> historyOf(Letter letter, List<AuditEntry> about) {
    return about.stream().map(entry -> only(letter, entry)).flatMap(Optional::stream).toList();
  }

  private static Optional<AuditEntry> only(Letter letter, AuditEntry entry) {
    return entry.letters().stream()
        .filter(handled -> handled.is(letter))
        .findFirst()
        .map(
            handled ->
                new AuditEntry(
                    entry.at(),
                    entry.operator(),
                    entry.action(),
                    entry.reason(),
                    List.of(handled)));
  }
}
