package dev.perennial.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.perennial.backends.Backend;
import dev.perennial.backends.Backends;
import dev.perennial.backends.TestNames;
import dev.perennial.backends.WithBackends;
import dev.perennial.domain.SubscriberKey;
import dev.perennial.notifier.ledger.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithBackends(Backend.MONGODB)
class ErasuresTest {

  private static final SubscriberKey ALICE = new SubscriberKey("acme", "alice");
  private static final SubscriberKey BOB = new SubscriberKey("acme", "bob");
  private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final Place FIRST = new Place(9, MORNING);
  private static final Place SECOND = new Place(20, MORNING.plusSeconds(60));

  private MongoClient client;
  private MongoDatabase database;
  private Erasures erasures;

  @BeforeEach
  void open(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
    erasures = new Erasures(database, new SubscriberHash(new byte[32]));
  }

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  @Test
  void shouldBeginAgainAtTheSameMomentUntilItIsEnded() {
    var begunAt = erasures.begin(ALICE, FIRST);

    assertThat(begunAt).isPresent();
    assertThat(erasures.begin(ALICE, FIRST)).isEqualTo(begunAt);

    erasures.end(ALICE, FIRST);
    assertThat(erasures.begin(ALICE, FIRST)).isEmpty();
  }

  @Test
  void shouldKeepTheLastErasureWhenAnOlderOneIsReadAgain() {
    erasures.begin(ALICE, FIRST);
    erasures.end(ALICE, FIRST);

    assertThat(erasures.begin(ALICE, SECOND)).as("another one").isPresent();
    assertThat(erasures.begin(ALICE, FIRST)).as("an old one").isEmpty();

    assertThat(erasures.lastOf(List.of(ALICE, BOB, ALICE))).isEqualTo(Map.of(ALICE, SECOND));
  }

  @Test
  void shouldTakeAnErasureOfATopicThatWasMadeAnew() {
    erasures.begin(ALICE, SECOND);
    erasures.end(ALICE, SECOND);
    var anew = new Place(3, MORNING.plusSeconds(3600));

    assertThat(erasures.begin(ALICE, anew)).isPresent();

    assertThat(erasures.lastOf(List.of(ALICE))).isEqualTo(Map.of(ALICE, anew));
  }

  @Test
  void shouldNameNobody() {
    erasures.begin(ALICE, FIRST);

    assertThat(database.getCollection("erasures").find())
        .singleElement()
        .satisfies(marker -> assertThat(marker.toJson()).doesNotContain("alice", "acme"));
  }

  @Test
  void shouldKeepMarkersLongerThanTheTopicKeepsAlerts() {
    erasures.createIndexes();

    assertThat(database.getCollection("erasures").listIndexes())
        .filteredOn(index -> index.containsKey("expireAfterSeconds"))
        .extracting(index -> index.get("expireAfterSeconds", Number.class).longValue())
        .containsExactly(Duration.ofDays(430).toSeconds());
  }

  @Test
  void shouldHashSubscribersUnderTheKey() {
    var hash = new SubscriberHash(new byte[32]);
    var other = new byte[32];
    other[0] = 1;

    assertThat(hash.of(ALICE)).matches("[0-9a-f]{64}").isNotEqualTo(hash.of(BOB));
    assertThat(new SubscriberHash(other).of(ALICE)).isNotEqualTo(hash.of(ALICE));
  }
}
