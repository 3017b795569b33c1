package dev.perennial.operations.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.operations.letters.Outgoing;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The topics are other tests' too: each has a subscriber and a reason of its own. */
@WithBackends({Backend.KAFKA, Backend.MONGODB})
class DeadLettersAuditTest {

  private static final String EVENTS = DeadLetterDesk.EVENTS;
  private static final String NOWHERE = "--mongodb=mongodb://127.0.0.1:1/";

  private final DeadLetterDesk desk;
  private final String subscriber = TestNames.fresh().id();
  private final String reason = subscriber + "-reason";

  DeadLettersAuditTest(Backends backends) {
    desk = new DeadLetterDesk(backends);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void shouldEnterWhoDidWhatAndNoValue() {
    String id = desk.poisoned(subscriber, reason);

    desk.run("replay", id, "--operator=ada");

    Document entry = desk.auditOf(id);
    assertThat(entry.getString("operator")).isEqualTo("ada");
    assertThat(entry.getString("action")).isEqualTo("REPLAYED");
    assertThat(entry.getDate("at")).isEqualTo(Date.from(DeadLetterDesk.NOW));
    Document letter = entry.getList("letters", Document.class).getFirst();
    assertThat(letter.getString("digest"))
        .isEqualTo(Outgoing.digest(DeadLetterDesk.POISON.getBytes(UTF_8)));
    assertThat(letter.getString("reason")).isEqualTo(reason);
    assertThat(letter.getString("from")).isEqualTo("subscription-events:1:41");
    assertThat(letter.getBoolean("mended")).isFalse();
    assertThat(entry.toJson()).doesNotContain("secret-payment");
    Document chained =
        requireNonNull(
            desk.mongodb()
                .getDatabase("control")
                .getCollection("audit")
                .find(new Document("subject", id))
                .first());
    assertThat(chained.toJson())
        .contains("dead-letters-replayed", "ada", entry.getObjectId("_id").toHexString());
  }

  @Test
  void theAuditRecordShouldHaveNoPlaceForAValue() {
    String id = desk.poisoned(subscriber, reason);
    desk.run("discard", id, "--reason=a test's");
    Document entry = desk.auditOf(id);
    entry.remove("_id");
    entry.append("value", "secret");

    assertThatThrownBy(() -> desk.audit().insertOne(entry)).isInstanceOf(MongoWriteException.class);
  }

  @Test
  void theOperatorShouldBeTheMachinesUserUnlessGiven() {
    String id = desk.poisoned(subscriber, reason);
    desk.run("replay", id);
    assertThat(desk.auditOf(id).getString("operator")).isEqualTo(System.getProperty("user.name"));
    assertThat(desk.run("replay", id, "--again", "--operator= ")).isEqualTo(2);
  }

  @Test
  void discardingShouldWriteTheAuditRecordAlone() {
    String id = desk.poisoned(subscriber, reason);
    long before = desk.written(EVENTS);

    assertThat(desk.run("discard", id, "--reason=posted again by hand", "--operator=ada")).isZero();

    assertThat(desk.out.toString()).isEqualToIgnoringNewLines("discarded " + id);
    assertThat(desk.written(EVENTS)).isEqualTo(before);
    assertThat(desk.listed(id)).contains("\tdiscarded\t");
    desk.run("list");
    assertThat(desk.out.toString()).doesNotContain(id + "\t");
    desk.run("show", id);
    assertThat(desk.out.toString()).contains("discarded by ada: posted again by hand");
    assertThat(desk.run("discard", id, "--reason= ")).isEqualTo(2);
    assertThat(desk.run("discard", id)).isEqualTo(2);
  }

  @Test
  void aSinksLetterShouldBeListedAndItsReplaySayWhatToDoInstead() {
    String id = desk.unwritten(subscriber);

    assertThat(desk.listed(id)).contains("open\tWriteException\tfrom payments.e93:1:7");
    desk.run("show", id);
    assertThat(desk.out.toString())
        .contains("sink       perennial-e93-mongodb-payments")
        .doesNotContain("quotes secret");
    desk.run("show", id, "--value");
    assertThat(desk.out.toString()).contains("quotes secret");
    assertThat(desk.run("replay", id)).isOne();
    assertThat(desk.err.toString().lines()).hasSize(1);
    assertThat(desk.err.toString())
        .contains(id + " was refused by the sink perennial-e93-mongodb-payments")
        .contains("back to payments.e93:1:7");
    assertThat(desk.run("replay", "--all", "--topic=payments.e93")).isOne();
    assertThat(desk.err.toString()).contains("cannot be replayed; the first: ");
    assertThat(desk.run("discard", id, "--reason=read again")).isZero();
    assertThat(desk.listed(id)).contains("\tdiscarded\t");
  }

  @Test
  void nothingShouldBeReplayedWhereItCannotBeAudited() {
    String id = desk.poisoned(subscriber, reason);
    long before = desk.written(EVENTS);

    assertThat(desk.runAlone("dead-letters", "replay", id, desk.kafka(), NOWHERE, "--again"))
        .isOne();

    assertThat(desk.err.toString()).contains("MongoDB does not answer");
    assertThat(desk.written(EVENTS)).isEqualTo(before);
  }

  @Test
  void aLetterOfATopicThatWasMadeAnewShouldBeOpen() {
    String id = desk.poisoned(subscriber, reason);
    desk.run("discard", id, "--reason=x");
    desk.audit()
        .updateOne(
            new Document("letters.id", id),
            new Document("$set", new Document("letters.0.writtenAt", new Date(0))));

    assertThat(desk.listed(id)).contains("\topen\t");
  }
}
