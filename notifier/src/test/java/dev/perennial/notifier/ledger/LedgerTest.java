package dev.perennial.notifier.ledger;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;
import static dev.perennial.notifier.Notices.budget;
import static dev.perennial.notifier.Notices.charge;
import static dev.perennial.notifier.Notices.complete;
import static dev.perennial.notifier.Notices.digest;
import static dev.perennial.notifier.Notices.notice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithBackends(Backend.MONGODB)
class LedgerTest {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration OVER_AT_ONCE = Duration.ofMillis(1);

  private static final Place PLACE = new Place(7, Instant.parse("2026-11-23T08:00:06Z"));

  private MongoClient client;
  private MongoDatabase database;
  private Ledger ledger;
  private Entries entries;

  @BeforeEach
  void open(Backends backends, TestNames names) {
    client = MongoClients.create(backends.mongodb().uri());
    database = client.getDatabase(names.database());
    LedgerIndexes.create(database);
    ledger = new Ledger(database);
    entries = new Entries(database);
  }

  @AfterEach
  void close() {
    database.drop();
    client.close();
  }

  @Test
  void aRowIsClaimedByOneOnly() {
    enter("a", "mail");

    assertThat(ledger.claimNext("one", LONG)).isPresent();
    assertThat(ledger.claimNext("two", LONG)).isEmpty();
    assertThat(row("a|mail")).containsEntry("state", "CLAIMED").containsEntry("attempts", 1);
  }

  @Test
  void manyClaimantsShareTheRowsWithoutOverlap() {
    IntStream.range(0, 60).forEach(index -> enter("alert-" + index, "mail"));
    Set<String> claimed = ConcurrentHashMap.newKeySet();
    var claims = new AtomicInteger();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int worker = 0; worker < 8; worker++) {
        threads.submit(
            () -> {
              var claim = ledger.claimNext("worker", LONG);
              while (claim.isPresent()) {
                claims.incrementAndGet();
                claimed.add(claim.get().rowId());
                claim = ledger.claimNext("worker", LONG);
              }
            });
      }
    }

    assertThat(claims).hasValue(60);
    assertThat(claimed).hasSize(60);
  }

  @Test
  void aClaimSaysAllThatAMailNeeds() {
    var notice = notice().alert("a").locale("de-AT").url("https://x.example").build();
    entries.enter(List.of(new Entry(PLACE, notice, List.of("mail"), "title", "text")));

    var claim = claim(LONG);

    assertThat(claim.notice()).isEqualTo(notice);
    assertThat(claim)
        .extracting(Claim::rowId, Claim::destinationId, Claim::title, Claim::text, Claim::attempt)
        .containsExactly("a|mail", "mail", "title", "text", 1);
  }

  @Test
  void aClaimSaysWhatOnlySomeAlertsCarry() {
    var notice = complete("payment.unexpected").alert("a").lead(-1).build();
    entries.enter(List.of(new Entry(PLACE, notice, List.of("mail"), "title", "text")));

    assertThat(claim(LONG).notice()).isEqualTo(notice);
  }

  @Test
  void aClaimSaysWhatIsAboutNoSubscription() {
    var charges = List.of(charge("Power", "2026-11-05", "80.00", true));
    for (var notices :
        List.of(
            budget(null, "25.00", "20.00"),
            budget("music", "25.00", "20.00"),
            digest("digest.monthly", "2026-11-01", "2026-12-01", charges, 3))) {
      var notice = notices.alert("a" + notices.hashCode()).build();
      entries.enter(List.of(new Entry(PLACE, notice, List.of("mail"), "title", "text")));

      assertThat(claim(LONG).notice()).isEqualTo(notice);
    }
  }

  @Test
  void aRowOfBeforeThoseFieldsIsStillReadAndSent() {
    entries.enter(
        List.of(
            new Entry(
                PLACE,
                notice()
                    .alert("a")
                    .previously("9.99", "EUR")
                    .renewingOn("2026-12-31")
                    .payment("p")
                    .build(),
                List.of("mail"),
                "title",
                "text")));
    database
        .getCollection("ledger")
        .updateOne(
            eq("_id", "a|mail"),
            combine(
                unset("previousAmount"),
                unset("renewalOn"),
                unset("paymentId"),
                unset("lead"),
                unset("firstRevision")));

    var claim = claim(LONG);

    assertThat(claim.notice()).isEqualTo(notice().alert("a").lead(0).daysLeft(7).build());
    assertThat(ledger.sent(claim)).isTrue();
  }

  @Test
  void whatWasCertainlyNotSentIsDueAgainAfterItsPause() {
    enter("a", "mail");
    var claim = claim(LONG);

    assertThat(ledger.retry(claim, "smtp-451", Duration.ofMillis(300))).isTrue();

    assertThat(row("a|mail")).containsEntry("state", "PENDING").containsEntry("reason", "smtp-451");
    assertThat(ledger.claimNext("one", LONG)).as("too early").isEmpty();
    var again = await().until(() -> ledger.claimNext("one", LONG), Optional::isPresent);
    assertThat(again.orElseThrow().attempt()).isEqualTo(2);
    assertThat(row("a|mail")).doesNotContainKey("reason");
  }

  @Test
  void anExpiredClaimIsUnknownAndNeverClaimedAgain() {
    enter("a", "mail");
    claim(OVER_AT_ONCE);

    await().until(() -> ledger.expireClaims() == 1);

    assertThat(row("a|mail"))
        .containsEntry("state", "UNKNOWN")
        .containsEntry("reason", "lease-expired")
        .containsEntry("revision", 3L);
    assertThat(ledger.claimNext("two", LONG)).isEmpty();
  }

  @Test
  void aClaimWithinItsLeaseDoesNotExpire() {
    enter("a", "mail");
    claim(LONG);

    assertThat(ledger.expireClaims()).isZero();
  }

  @Test
  void aLateClaimantStillTellsWhatItKnows() {
    var claim = expiredClaim();

    assertThat(ledger.sent(claim)).isTrue();

    assertThat(row("a|mail")).containsEntry("state", "SENT").doesNotContainKey("reason");
  }

  @Test
  void aLateClaimantCannotMakeARowClaimableAgain() {
    var claim = expiredClaim();

    assertThat(ledger.retry(claim, "smtp-451", Duration.ZERO)).isFalse();

    assertThat(row("a|mail")).containsEntry("state", "UNKNOWN");
  }

  @Test
  void whoeverDoesNotHoldTheClaimChangesNothing() {
    enter("a", "mail");
    var claim = claim(LONG);
    var stranger =
        new Claim(claim.rowId(), 1, "another", 1, "mail", claim.notice(), "title", "text");

    assertThat(ledger.sent(stranger)).isFalse();
    assertThat(ledger.failed(stranger, "x")).isFalse();
    assertThat(ledger.unknown(stranger, "x")).isFalse();
    assertThat(row("a|mail")).containsEntry("state", "CLAIMED");
  }

  @Test
  void withdrawingLeavesClaimedRowsAlone() {
    enter("a", "home", "work");
    claim(LONG);

    assertThat(ledger.voidPending("a")).isEqualTo(1);

    assertThat(List.of(row("a|home").get("state"), row("a|work").get("state")))
        .containsExactlyInAnyOrder("CLAIMED", "VOIDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"payment.missing", "payment.unexpected", "payment.duplicate"})
  void shouldNotSendPaymentsThatAreOffWhenTheyAreWithdrawn(String type) {
    var notice = complete(type).alert("a").build();
    entries.enter(List.of(new Entry(PLACE, notice, List.of("mail"), "title", "text")));

    ledger.voidPending("a");

    assertThat(row("a|mail")).containsEntry("state", "VOIDED");
    assertThat(ledger.claimNext("one", LONG)).isEmpty();
  }

  @Test
  void theFirstEntryOfAnAlertDecidesItsDestinations() {
    enter("a", "home");

    enter("a", "home", "work");

    assertThat(database.getCollection("ledger").countDocuments()).isEqualTo(1);
  }

  @Test
  void aHalfWrittenEntryIsCompletedAsItBegan() {
    enter("a", "home", "work");
    database.getCollection("ledger").deleteOne(eq("_id", "a|work"));

    enter("a", "later");

    assertThat(row("a|work")).containsEntry("state", "PENDING");
    assertThat(database.getCollection("ledger").countDocuments()).isEqualTo(2);
  }

  private Claim claim(Duration lease) {
    return ledger.claimNext("one", lease).orElseThrow();
  }

  private Claim expiredClaim() {
    enter("a", "mail");
    var claim = claim(OVER_AT_ONCE);
    await().until(() -> ledger.expireClaims() == 1);
    return claim;
  }

  private void enter(String alertId, String... destinations) {
    var notice = notice().alert(alertId).build();
    entries.enter(List.of(new Entry(PLACE, notice, List.of(destinations), "title", "text")));
  }

  private Document row(String id) {
    var row = database.getCollection("ledger").find(eq("_id", id)).first();
    assertThat(row).as(id).isNotNull();
    return row;
  }
}
