package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.unset;
import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.domain.SubscriberKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class ForgottenRowsTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final Place ALERT = new Place(7, MORNING);
  private static final Place ERASURE = new Place(9, MORNING.plusSeconds(60));
  private static final Place NEW_LIFE = new Place(11, MORNING.plusSeconds(120));

  private MongoClient client;
  private MongoDatabase database;
  private Ledger ledger;
  private Entries entries;
  private Outbox outbox;
  private ForgottenRows rows;

  @BeforeEach
  void open(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
    LedgerIndexes.create(database);
    ledger = new Ledger(database);
    entries = new Entries(database);
    outbox = new Outbox(database);
    rows = new ForgottenRows(database);
  }

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  @Test
  void shouldForgetRowsInEveryState() {
    enter(ALERT, "pending", "claimed", "sent", "failed", "unknown", "voided");
    move("claimed", "CLAIMED");
    move("sent", "SENT");
    move("failed", "FAILED");
    move("unknown", "UNKNOWN");
    move("voided", "VOIDED");
    enterFor("b", ALERT);

    assertThat(rows.forget(ALICE, ERASURE)).isEqualTo(7);

    assertThat(database.getCollection("ledger").find())
        .allSatisfy(row -> assertThat(row).containsEntry("erased", true).doesNotContainKey("text"));
    assertThat(outbox.unpublished(10)).hasSize(7);
    assertThat(ledger.anyDue()).isFalse();
  }

  @Test
  void shouldChangeNothingWhenForgottenAgain() {
    enter(ALERT, "mail");
    rows.forget(ALICE, ERASURE);
    var before = row("a|mail");

    assertThat(rows.forget(ALICE, ERASURE)).isZero();

    assertThat(row("a|mail")).isEqualTo(before);
  }

  @Test
  void shouldLeaveRowsOfOthersAndOfANewLifeAlone() {
    enter(NEW_LIFE, "mail");

    assertThat(rows.forget(ALICE, ERASURE)).isZero();
    assertThat(
            rows.forget(
                new SubscriberKey("other", "alice"), new Place(99, MORNING.plusSeconds(999))))
        .isZero();
  }

  @Test
  void shouldForgetRowsOfBeforeTheTopicWasMadeAnew() {
    enter(new Place(5_000, MORNING), "mail");

    assertThat(rows.forget(ALICE, ERASURE)).isEqualTo(1);
  }

  @Test
  void shouldForgetRowsOfBeforeThereWerePlaces() {
    enter(ALERT, "mail");
    database.getCollection("ledger").updateOne(eq("_id", "a|mail"), unset("record"));

    assertThat(rows.forget(ALICE, ERASURE)).isEqualTo(1);
  }

  @Test
  void shouldLeaveWhoeverIsSendingNothingToReportTo() {
    enter(ALERT, "mail");
    var claim = ledger.claimNext("one", LONG).orElseThrow();

    rows.forget(ALICE, ERASURE);

    assertThat(ledger.sent(claim)).isFalse();
    assertThat(ledger.retry(claim, "smtp-451", Duration.ZERO)).isFalse();
    assertThat(ledger.unknown(claim, "smtp")).isFalse();
    assertThat(row("a|mail")).containsEntry("erased", true);
  }

  @Test
  void shouldGoOnCountingWhenANewLifeRaisesTheSameAlert() {
    enter(ALERT, "mail");
    rows.forget(ALICE, ERASURE);

    enter(NEW_LIFE, "mail");

    assertThat(row("a|mail"))
        .containsEntry("state", "PENDING")
        .containsEntry("revision", 3L)
        .doesNotContainKey("erased");
    assertThat(ledger.claimNext("one", LONG).orElseThrow().messageKey()).isEqualTo("a|mail|3");
  }

  @Test
  void shouldNotTakeARecordOfTheOldLifeAgain() {
    enter(ALERT, "mail");
    rows.forget(ALICE, ERASURE);

    enter(ALERT, "mail");

    assertThat(row("a|mail")).containsEntry("erased", true).containsEntry("revision", 2L);
  }

  @Test
  void shouldBringTheErasedFormBackWhenAnOlderRevisionIsPublishedBehindIt() {
    enter(ALERT, "mail");
    rows.forget(ALICE, ERASURE);
    outbox.published("a|mail", 2);
    assertThat(outbox.unpublished(10)).isEmpty();

    outbox.published("a|mail", 1);

    assertThat(outbox.unpublished(10)).extracting(row -> row.get("erased")).containsExactly(true);
  }

  @Test
  void shouldKeepWhatIsLeftForAsLongAsAnAlertsIdCanComeBack() {
    var indexes = database.getCollection("ledger").listIndexes();

    assertThat(indexes)
        .filteredOn(index -> index.containsKey("expireAfterSeconds"))
        .singleElement()
        .satisfies(
            index -> {
              assertThat(index.get("expireAfterSeconds", Number.class).longValue())
                  .isEqualTo(Duration.ofDays(400).toSeconds());
              assertThat(index.get("partialFilterExpression", Document.class).toJson())
                  .contains("\"erased\": true", "\"outbox\": false");
            });
  }

  private void move(String destination, String state) {
    database
        .getCollection("ledger")
        .updateOne(
            eq("_id", "a|" + destination), new Document("$set", new Document("state", state)));
  }

  private void enter(Place place, String... destinations) {
    enterFor("a", place, destinations);
  }

  private void enterFor(String alertId, Place place, String... destinations) {
    var notice = notice().alert(alertId).subscriber(ALICE).build();
    entries.enter(List.of(new Entry(place, notice, List.of(destinations), "title", "text")));
  }

  private Document row(String id) {
    var row = database.getCollection("ledger").find(eq("_id", id)).first();
    assertThat(row).as(id).isNotNull();
    return row;
  }
}
