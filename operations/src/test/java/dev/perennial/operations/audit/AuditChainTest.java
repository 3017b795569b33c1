package dev.perennial.operations.audit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.WithBackends;
import dev.perennial.contracts.control.ControlDatabase;
import dev.perennial.operations.collections.CollectionAdmin;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class AuditChainTest {

  private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

  private final MongoClient client;
  private final MongoCollection<Document> entries;
  private final AuditChain chain;

  AuditChainTest(Backends backends) {
    client = MongoClients.create(backends.mongodb().uri());
    entries = client.getDatabase(ControlDatabase.NAME).getCollection(ControlDatabase.AUDIT);
    chain = new AuditChain(client, Clock.fixed(NOW, ZoneOffset.UTC), "ada");
  }

  @BeforeEach
  void fourEntries() {
    entries.drop();
    chain.transaction(
        session -> {
          for (int each = 1; each <= 4; each++) {
            chain.enter(
                session, "thing-made", "thing " + each, Map.of("colour", "red", "size", "1"));
          }
          return true;
        });
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aWholeChainShouldEndInItsHeadAndKnowAllEarlierOnes() {
    AuditChain.Verdict verdict = chain.verify(null);
    assertThat(verdict.entries()).isEqualTo(4);
    assertThat(verdict.broken()).isFalse();
    chain.enter("thing-made", "thing 5", Map.of());
    assertThat(chain.verify(verdict.head()).hasNoted()).isTrue();
    assertThat(chain.verify(ChainEntry.NONE).hasNoted()).isTrue();
    assertThat(chain.verify("f".repeat(64)).hasNoted()).isFalse();
  }

  @Test
  void aTailThatWasCutOffShouldShowByTheNotedHeadAlone() {
    String head = chain.verify(null).head();
    entries.deleteOne(Filters.eq(4L));
    assertThat(chain.verify(null).broken()).isFalse();
    assertThat(chain.verify(head).hasNoted()).isFalse();
    chain.enter("thing-made", "another in its place", Map.of());
    assertThat(chain.verify(head)).matches(found -> !found.hasNoted() && !found.broken());
  }

  private static List<Bson> alterations() {
    return List.of(
        Updates.set("operator", "somebody"),
        Updates.set("at", Date.from(NOW.plusMillis(1))),
        Updates.set("subject", "thing 4"),
        Updates.set("details.colour", "blue"),
        Updates.set("details.size", 1),
        Updates.unset("details"),
        Updates.unset("operator"),
        Updates.set("at", "yesterday"),
        Updates.set("hash", "0".repeat(64)),
        Updates.set("remark", "not hashed"));
  }

  @Test
  void anAlteredEntryShouldShow() {
    Document third = requireNonNull(entries.find(Filters.eq(3L)).first());
    for (Bson alteration : alterations()) {
      entries.updateOne(Filters.eq(3L), alteration);
      AuditChain.Verdict verdict = chain.verify(null);
      assertThat(verdict.broken()).as("%s", alteration).isTrue();
      assertThat(verdict.entries()).as("%s", alteration).isEqualTo(2);
      assertThat(listed()).hasSize(4);
      entries.replaceOne(Filters.eq(3L), third);
    }
    assertThat(chain.verify(null).broken()).isFalse();
  }

  @Test
  void aBrokenEndShouldKeepNobodyFromWork() {
    entries.updateOne(Filters.eq(4L), Updates.unset("hash"));
    chain.enter("thing-made", "thing 5", Map.of());
    assertThat(listed()).hasSize(5).last().asString().startsWith("5\t");
    assertThat(chain.verify(null).entries()).isEqualTo(3);
  }

  @Test
  void anEntryThatIsMissingShouldShowAndOneThatWasPutThere() {
    entries.deleteOne(Filters.eq(2L));
    assertThat(chain.verify(null).entries()).isEqualTo(1);
    entries.insertOne(new Document("_id", "zzz").append("text", "put there"));
    chain.enter("thing-made", "thing 5", Map.of());
    assertThat(listed()).hasSize(5).last().isEqualTo("(not an entry: see verify)");
  }

  @Test
  void aLineShouldStayOneLine() {
    chain.enter("thing-made", "one\n9\t2026", Map.of("colour", "\u001b[31m"));
    assertThat(listed()).last().asString().contains("one?9?2026", "{colour=?[31m}");
  }

  @Test
  void theDeclaredCollectionShouldTakeEntriesAndNothingElse() {
    CollectionAdmin.apply(client, 77);
    chain.enter("thing-made", "thing 5", Map.of());
    assertThat(chain.verify(null).entries()).isEqualTo(5);
    assertThatThrownBy(() -> entries.insertOne(new Document("_id", 6L).append("text", "x")))
        .isInstanceOf(MongoWriteException.class);
  }

  private List<String> listed() {
    List<String> lines = new ArrayList<>();
    chain.list(lines::add);
    return lines;
  }
}
