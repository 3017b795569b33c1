package dev.perennial.notifier.ledger;

import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class OutboxTest {

  private static final Place PLACE = new Place(7, Instant.parse("2026-11-23T08:00:06Z"));

  private MongoClient client;
  private MongoDatabase database;
  private Outbox outbox;

  @BeforeEach
  void open(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
    LedgerIndexes.create(database);
    outbox = new Outbox(database);
  }

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  @Test
  void aPublishedRowLeavesTheOutboxUntilItChanges() {
    enter();
    assertThat(outbox.unpublished(10)).hasSize(1);

    outbox.published("a|mail", 1);
    assertThat(outbox.unpublished(10)).isEmpty();

    claim();
    assertThat(outbox.unpublished(10)).hasSize(1);
  }

  @Test
  void aRowThatMovedOnWhileItWasPublishedStaysInTheOutbox() {
    enter();
    claim();

    outbox.published("a|mail", 1);

    assertThat(outbox.unpublished(10)).extracting(row -> row.get("revision")).containsExactly(2L);
  }

  @Test
  void aRevisionPublishedBehindANewerOneBringsTheNewerOneBack() {
    enter();
    claim();
    outbox.published("a|mail", 2);

    outbox.published("a|mail", 1);

    assertThat(outbox.unpublished(10)).extracting(row -> row.get("revision")).containsExactly(2L);
  }

  private void claim() {
    assertThat(new Ledger(database).claimNext("one", Duration.ofMinutes(1))).isPresent();
  }

  private void enter() {
    var notice = notice().alert("a").build();
    new Entries(database)
        .enter(List.of(new Entry(PLACE, notice, List.of("mail"), "title", "text")));
  }
}
